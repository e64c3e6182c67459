using CsCheck;
using Winnow.Properties;
using Winnow.Sources;
using Xunit;

namespace Winnow.Tests.Sources;

/// <summary>What holds of every format, tried on the real samples. Failures print the seed that repeats them.</summary>
public sealed class SamplePropertiesTests
{
    /// <summary>Enough for several records of every format, and quick to read thousands of times.</summary>
    private const int Length = 16 * 1024;

    /// <summary>A table's or a text's last line may be cut without anything to show for it; a reference waits for the volume that it names.</summary>
    private static readonly string[] CutUnseen = ["csv", "search-page", "bibtex"];

    private static readonly Lazy<IReadOnlyList<Sample>> Samples = new(Load);

    [Fact]
    public void No_damage_makes_a_format_throw_anything_but_what_the_import_words()
    {
        DataPack.Require();
        var damage = Gen.Select(Gen.Int[0, Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 8];
        Gen.Select(Gen.Int[0, Samples.Value.Count - 1], damage).ForAll(
            (number, changes) =>
            {
                var sample = Samples.Value[number];
                var bytes = sample.Bytes.ToList();
                foreach (var (at, value, kind) in changes)
                    Damage(bytes, at % bytes.Count, value, kind);

                // Reading.Of lets every exception through but InvalidDataException.
                var result = Reading.Of(new MemoryStream([.. bytes]), sample.Name, sample.Format);
                Assert.All(result.Reasons, reason => Assert.Matches(@"\A(?:[A-Z""]|arXiv)[^\n]*\.\z", reason));
            },
            iter: 2000);
    }

    [Fact]
    public void A_beginning_of_a_file_gives_a_beginning_of_its_records()
    {
        DataPack.Require();
        Gen.Select(Gen.Int[0, Samples.Value.Count - 1], Gen.Int[0, Length]).ForAll(
            (number, length) =>
            {
                var sample = Samples.Value[number];
                var whole = Keys(Reading.Of(new MemoryStream(sample.Bytes), sample.Name, sample.Format));
                var part = Keys(Reading.Of(new MemoryStream(sample.Bytes[..Math.Min(length, sample.Bytes.Length)]), sample.Name, sample.Format));
                if (CutUnseen.Contains(sample.Format.Name))
                    Assert.True(part.Except(whole).Count() <= 1);
                else
                    Assert.Equal(whole.Take(part.Count), part);
            },
            iter: 800);
    }

    [Fact]
    public void How_the_input_is_cut_into_reads_does_not_matter()
    {
        DataPack.Require();
        Gen.Select(Gen.Int[0, Samples.Value.Count - 1], Gen.Int[1, 40]).ForAll(
            (number, size) =>
            {
                var sample = Samples.Value[number];
                var whole = Reading.Of(new MemoryStream(sample.Bytes), sample.Name, sample.Format);
                var trickled = Reading.Of(new TrickleStream(sample.Bytes, size), sample.Name, sample.Format);
                Assert.Equal(whole.Items.Select(Text), trickled.Items.Select(Text));
            },
            iter: 200);
    }

    private static void Damage(List<byte> bytes, int at, byte value, int kind)
    {
        switch (kind)
        {
            case 0:
                bytes[at] = value;
                break;
            case 1:
                bytes.Insert(at, value);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(value, bytes.Count - at));
                bytes.Add(value);
                break;
            default:
                // What formats are made of.
                bytes[at] = "\"{}[]<>@,\\\n\t&-#"u8[value % 15];
                break;
        }
    }

    private static List<string> Keys(Reading.Result result) => [.. result.Records.Select(record => $"{record.Source}/{record.Key}/{record.Raw.Length}")];

    private static string Text(ReadItem item) => item switch
    {
        ReadRecord { Record: var record } => $"{item.Place} {record.Source} {record.Key} {Reading.Text(record.Fields)}",
        _ => item.ToString(),
    };

    private static List<Sample> Load()
    {
        var samples = new List<Sample>();
        foreach (var row in SampleTable.Rows.Where(row => row[1] != "-"))
        {
            using var stream = Winnow.Sources.Decoding.DecodedStream.Open(File.OpenRead(Path.Combine(DataPack.Folder!, row[0])));
            var bytes = new byte[Length];
            var count = stream.ReadAtLeast(bytes, Length, throwOnEndOfStream: false);
            samples.Add(new Sample(row[0], KnownFormats.All.Find(row[1])!, bytes[..count]));
        }

        return samples;
    }

    private sealed record Sample(string Name, IRecordFormat Format, byte[] Bytes);
}
