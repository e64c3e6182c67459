using System.Buffers;
using System.Text;

namespace Winnow.Sources.Xml;

/// <summary>What the beginning of an XML input is, found without parsing: even a document that must not be parsed has to be recognised.</summary>
internal static class XmlShape
{
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>The outermost element's name without prefix; null when this is no XML.</summary>
    internal static string? Root(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(" \t\r\n"u8);
        while (head is [(byte)'<', (byte)'?' or (byte)'!', ..])
        {
            var end = head.StartsWith("<!--"u8) ? Past(head, "-->"u8) : head[1] == (byte)'?' ? Past(head, "?>"u8) : PastDeclaration(head);
            if (end < 0)
                return null;

            head = head[end..].TrimStart(" \t\r\n"u8);
        }

        if (head is not [(byte)'<', ..])
            return null;

        var name = head[1..];
        var length = name.IndexOfAny(NameEnd);
        name = length < 0 ? name : name[..length];
        name = name[(name.IndexOf((byte)':') + 1)..];
        return name.IsEmpty || name.IndexOfAny("<&\"'"u8) >= 0 ? null : Encoding.UTF8.GetString(name);
    }

    private static int Past(ReadOnlySpan<byte> head, ReadOnlySpan<byte> end) => head.IndexOf(end) is >= 0 and var at ? at + end.Length : -1;

    /// <summary>A document type may hold declarations in brackets.</summary>
    private static int PastDeclaration(ReadOnlySpan<byte> head)
    {
        var close = head.IndexOf((byte)'>');
        var bracket = head.IndexOf((byte)'[');
        if (bracket < 0 || bracket > close)
            return close < 0 ? -1 : close + 1;

        var end = head.IndexOf((byte)']');
        return end < 0 || Past(head[end..], ">"u8) is not (>= 0 and var rest) ? -1 : end + rest;
    }
}
