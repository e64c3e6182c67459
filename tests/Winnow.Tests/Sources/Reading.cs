using System.Text;
using System.Text.Json;
using Winnow.Papers;
using Winnow.Sources;
using Winnow.Sources.Decoding;

namespace Winnow.Tests.Sources;

/// <summary>Reads inputs as the import does: decode, sniff, read.</summary>
internal static class Reading
{
    internal sealed record Result(IRecordFormat? Format, IReadOnlyList<ReadItem> Items, string? Failure, string? Note)
    {
        internal IReadOnlyList<SourceRecord> Records => [.. Items.OfType<ReadRecord>().Select(item => item.Record)];

        internal IReadOnlyList<string> Reasons => [.. Items.OfType<RejectedRecord>().Select(item => item.Reason)];

        internal SourceRecord Only => Records.Single();
    }

    internal static Result Of(string text, string fileName = "input") => Of(Encoding.UTF8.GetBytes(text), fileName);

    internal static Result Of(byte[] bytes, string fileName = "input") => Of(new MemoryStream(bytes), fileName);

    internal static Result Of(Stream stream, string fileName, IRecordFormat? format = null)
    {
        var items = new List<ReadItem>();
        DecodedStream? decoded = null;
        try
        {
            decoded = DecodedStream.Open(stream);
            format ??= KnownFormats.All.Sniff(decoded.Head, fileName);
            if (format is null)
                return new Result(null, items, UnknownInput.Describe(decoded.Head, fileName), decoded.Note);

            foreach (var item in format.Read(decoded, new ReadContext(fileName, TimeProvider.System)))
                items.Add(item);

            return new Result(format, items, null, decoded.Note);
        }
        catch (InvalidDataException failure)
        {
            return new Result(format, items, failure.Message, decoded?.Note);
        }
        finally
        {
            decoded?.Dispose();
        }
    }

    /// <summary>Everything that the fields say, comparable: lists in records compare by reference.</summary>
    internal static string Text(RecordFields fields) => JsonSerializer.Serialize(fields);
}
