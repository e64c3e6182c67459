using Winnow.Trends.Topics.Counting;
using Winnow.Trends.Topics.Phrases;

namespace Winnow.Trends.Topics.Files;

/// <summary>The acronyms with what they stand for and in how many papers.</summary>
internal static class AcronymFile
{
    private const string Kind = "acrony";

    internal static void Write(string path, AcronymTable acronyms) => SealedFile.Write(path, Kind, writer =>
    {
        var all = acronyms.All.ToList();
        writer.Write7BitEncodedInt(all.Count);
        foreach (var (acronym, expansion, papers) in all)
        {
            writer.Write(acronym);
            writer.Write(expansion);
            writer.Write7BitEncodedInt(papers);
        }
    });

    internal static AcronymTable Read(string path) => SealedFile.Read(path, Kind, reader =>
    {
        var table = new AcronymTable();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            table.Add(new Abbreviation(reader.ReadString(), reader.ReadString()), reader.Read7BitEncodedInt());
        }

        return table;
    });
}
