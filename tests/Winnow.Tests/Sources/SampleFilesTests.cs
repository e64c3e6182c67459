using Winnow.Papers;
using Winnow.Sources;
using Winnow.Sources.Decoding;
using Xunit;

namespace Winnow.Tests.Sources;

public sealed class SampleFilesTests
{
    private static readonly Dictionary<string, int> KnownRepetitions = new()
    {
        ["hf-daily/papers.jsonl.gz"] = 4,
        ["raw/arxiv-daily/2026-06-30.jsonl"] = 142,
        ["raw/ris/rispy-example_urls.ris"] = 3,
    };

    /// <summary>Read once for all tests: the pack has 200,000 records.</summary>
    private static readonly Lazy<IReadOnlyList<FileReading>> Readings = new(() => [.. Files(DataPack.Require()).Select(file => ReadWhole(file.Name, file.Path))]);

    [Fact]
    public void Every_real_sample_is_read_or_refused_as_the_table_says()
    {
        DataPack.Require();
        var expected = SampleTable.Rows.ToDictionary(row => row[0], StringComparer.Ordinal);

        Assert.All(Readings.Value, file => Assert.True(file.Matches(expected.GetValueOrDefault(file.Name)), $"{file}"));
        Assert.Equal(expected.Count, Readings.Value.Count);
    }

    [Fact]
    public void Every_kept_record_reads_again_as_it_was_read()
    {
        DataPack.Require();

        Assert.Empty(Readings.Value.SelectMany(file => file.ReadDifferently));
    }

    [Fact]
    public void Keys_repeat_only_where_the_file_repeats_a_record()
    {
        DataPack.Require();
        // Featured on two days, crawled twice, and one record four times over to try addresses with.
        var repeating = Readings.Value.Where(file => file.RepeatedKeys > 0).ToDictionary(file => file.Name, file => file.RepeatedKeys);

        Assert.Equal(KnownRepetitions, repeating);
    }

    [Theory]
    [InlineData("seeds/003_be4a6e4ab864d867.txt", "seeds/papers-from-003.jsonl", 220)]
    [InlineData("seeds/004_59c4fb2a673215a3.txt", "seeds/papers-from-004.jsonl", 58)]
    public void The_saved_search_pages_give_the_titles_and_abstracts_that_were_parsed_from_them_by_hand(string page, string parsed, int count)
    {
        var data = DataPack.Require();
        var read = Read(Path.Combine(data, page)).OfType<ReadRecord>().Select(item => (item.Record.Fields.Title, item.Record.Fields.Abstract)).ToList();

        Assert.Equal(count, read.Count);
        Assert.Equal(Read(Path.Combine(data, parsed)).OfType<ReadRecord>().Select(item => (item.Record.Fields.Title, item.Record.Fields.Abstract)), read);
    }

    [Fact]
    public void Records_of_the_data_pack_keep_the_ids_that_its_judgements_name()
    {
        var judged = File.ReadLines(Path.Combine(DataPack.Require(), "search-dev", "scholar", "qrels.tsv")).Select(line => line.Split('\t')[1]).ToHashSet(StringComparer.Ordinal);
        var keys = Read(Path.Combine(DataPack.Require(), "papers", "icml-2024.jsonl.gz")).OfType<ReadRecord>().Select(item => item.Record.Key).ToList();

        Assert.All(keys, key => Assert.StartsWith("icml2024/", key, StringComparison.Ordinal));
        Assert.Contains(keys, judged.Contains);
    }

    private static IEnumerable<(string Name, string Path)> Files(string data) =>
        Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".enc", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(data, path).Replace('\\', '/'), path));

    private static IEnumerable<ReadItem> Read(string path)
    {
        using var stream = DecodedStream.Open(File.OpenRead(path));
        var format = KnownFormats.All.Sniff(stream.Head, path);
        foreach (var item in format?.Read(stream, new ReadContext(path, TimeProvider.System)) ?? [])
            yield return item;
    }

    private static FileReading ReadWhole(string name, string path)
    {
        using var stream = DecodedStream.Open(File.OpenRead(path));
        if (KnownFormats.All.Sniff(stream.Head, path) is not { } format)
            return new FileReading(name, null, 0, 0, UnknownInput.Describe(stream.Head, path), [], 0);

        int records = 0, counts = 0, rejections = 0;
        var different = new List<string>();
        var keys = new HashSet<RecordId>();
        foreach (var item in format.Read(stream, new ReadContext(path, TimeProvider.System)))
        {
            if (item is ReadObservation)
            {
                counts++;
                continue;
            }

            if (item is not ReadRecord { Record: var record })
            {
                rejections++;
                continue;
            }

            records++;
            keys.Add(record.Id);
            // The large files are one format; one in fifty of theirs will do.
            if ((records % 50 == 1 || !name.StartsWith("papers/", StringComparison.Ordinal)) && Reading.Text(format.Parse(record.Raw.ToArray())) != Reading.Text(record.Fields))
                different.Add($"{item.Place}");
        }

        return new FileReading(name, format.Name, records + counts, rejections, null, different, records - keys.Count);
    }

    private sealed record FileReading(string Name, string? Format, int Records, int Rejections, string? Refusal, IReadOnlyList<string> ReadDifferently, int RepeatedKeys)
    {
        internal bool Matches(string[]? row) => row switch
        {
            [_, "-", var words] => Refusal?.Contains(words, StringComparison.Ordinal) == true,
            [_, var format, var records, var rejections] => Format == format && $"{Records}" == records && $"{Rejections}" == rejections,
            _ => false,
        };
    }
}
