using Winnow.Sources.Reading;

namespace Winnow.Sources.Json;

/// <summary>
/// Cuts a JSON input into records without holding or checking more than one of them: a list, an object that wraps a list, one object, or an object a line.
/// Only strings and brackets are looked at here, so that one malformed record costs itself and nothing else.
/// </summary>
internal static class JsonRecords
{
    /// <summary>Cuts <paramref name="content"/> into its records.</summary>
    /// <param name="content">UTF-8 without a mark.</param>
    /// <param name="lists">Members of an outer object that hold records: a list, or an object that holds one in turn (Crossref's <c>message.items</c>).</param>
    /// <param name="maps">Members of an outer object that hold records as an object's values.</param>
    internal static IEnumerable<RawPiece> Split(Stream content, IReadOnlyList<string> lists, IReadOnlyList<string>? maps = null)
    {
        var buffer = new InputBuffer(content);
        return IsObjectPerLine(buffer.Peek(RecordFormats.HeadLength))
            ? Lines.Split(buffer).SelectMany(line => WithinLine(line, lists, maps ?? []))
            : new JsonScanner(buffer, lists, maps ?? []).Records();
    }

    /// <summary>
    /// Whether there is more than one line, and the first holds a whole object or the second starts one: inside an object, no line is written to start
    /// with a brace.
    /// </summary>
    internal static bool IsObjectPerLine(ReadOnlySpan<byte> head)
    {
        head = head.Trim(" \t\r\n"u8);
        var end = head.IndexOf((byte)'\n');
        return end > 0 && head[0] == (byte)'{' && (head[..end].TrimEnd(" \t\r"u8) is [.., (byte)'}'] || head[(end + 1)..].TrimStart("\r\n"u8) is [(byte)'{', ..]);
    }

    /// <summary>A line may be an API's whole answer.</summary>
    private static IEnumerable<RawPiece> WithinLine(RawPiece line, IReadOnlyList<string> lists, IReadOnlyList<string> maps)
    {
        if (line.Problem is not null || lists.Count + maps.Count == 0)
            return [line];

        return new JsonScanner(new InputBuffer(line.Bytes.ToArray()), lists, maps).Records().Select(piece => piece with { Line = line.Line });
    }
}
