using Winnow.Papers;

namespace Winnow.Sources;

/// <summary>
/// A wire format of paper metadata. The import opens and decompresses the input and decides which format it is; the format turns plain bytes into records.
/// Instances keep no state between calls and may be used by several threads.
/// </summary>
public interface IRecordFormat
{
    /// <summary>As <c>--format</c> takes it and as the library stores it with every record: lower case, never changed once released.</summary>
    string Name { get; }

    /// <summary>A few words for <c>--help</c>, such as "OAI-PMH answers of arXiv".</summary>
    string Description { get; }

    /// <summary>Whether the first bytes (after decompression, at most <see cref="RecordFormats.HeadLength"/>) look like this format.</summary>
    bool Sniff(ReadOnlySpan<byte> head, string fileName);

    /// <summary>
    /// Reads lazily, in the order of the input, holding one record at a time (or one bounded block). A bad record becomes a <see cref="RejectedRecord"/>, and
    /// so does damage that ends the file early; only failures of <paramref name="content"/> itself (<see cref="IOException"/>,
    /// <see cref="InvalidDataException"/>) are thrown, and the import words them.
    /// </summary>
    IEnumerable<ReadItem> Read(Stream content, ReadContext context);

    /// <summary>Reads again one record's <see cref="SourceRecord.Raw"/> bytes: equal to the <see cref="SourceRecord.Fields"/> that <see cref="Read"/> gave.</summary>
    RecordFields Parse(ReadOnlyMemory<byte> raw);
}
