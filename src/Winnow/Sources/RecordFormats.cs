namespace Winnow.Sources;

/// <summary>The formats that Winnow reads, in the order in which they are asked whether an input is theirs: the most particular first.</summary>
public sealed class RecordFormats(IReadOnlyList<IRecordFormat> all)
{
    /// <summary>How many bytes of an input a format may look at before it says whether it is its own.</summary>
    public const int HeadLength = 64 * 1024;

    private readonly Dictionary<string, IRecordFormat> _byName = all.ToDictionary(format => format.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<IRecordFormat> All => all;

    public IRecordFormat? Find(string name) => _byName.GetValueOrDefault(name);

    public IRecordFormat? Sniff(ReadOnlySpan<byte> head, string fileName)
    {
        foreach (var format in all)
        {
            if (format.Sniff(head, fileName))
            {
                return format;
            }
        }

        return null;
    }
}
