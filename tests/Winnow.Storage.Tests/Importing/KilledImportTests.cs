using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Winnow.Sources;
using Winnow.Sources.Importing;
using Winnow.Storage.Tests.Library;
using Xunit;

namespace Winnow.Storage.Tests.Importing;

/// <summary>Requirement D1: what an import said is stored survives kill -9, and starting it again ends where an undisturbed import ends.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Records = 1500;

    /// <summary>Enough for every run of the tests; <c>WINNOW_KILLS=200</c> is the full drill.</summary>
    private const int Kills = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_and_started_again_an_import_ends_as_if_nothing_had_happened()
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(_folder.FullName, "papers.jsonl");
        await File.WriteAllTextAsync(file, Papers(), cancel);
        var undisturbed = await DumpOfUndisturbedAsync(file);
        var random = new Random(20170612);
        var kills = int.Parse(Environment.GetEnvironmentVariable("WINNOW_KILLS") ?? $"{Kills}", CultureInfo.InvariantCulture);
        for (var round = 0; kills > 0; round++)
        {
            var folder = _folder.CreateSubdirectory($"killed{round}").FullName;
            var ended = false;
            while (!ended && kills > 0)
            {
                var (stored, byItself) = await KilledImport.StartAndKillAsync(
                    folder, file, random.Next(0, 30), TimeSpan.FromMilliseconds(random.Next(0, 15)), cancel);
                ended = byItself;
                kills--;
                await AssertHoldsAsync(folder, stored, cancel);
            }

            Assert.Equal(undisturbed, await ImportAndDumpAsync(folder, file));
        }
    }

    /// <summary>Records of which every third is another view of an earlier one's paper: the preprint of it, or the same by an identifier.</summary>
    private static string Papers()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Records; i++)
        {
            var work = i % 3 == 2 ? i * 7 % i : i;
            lines.AppendLine(JsonSerializer.Serialize(new
            {
                id = $"{i}",
                source = i % 3 == 2 ? "arxiv" : "acl",
                title = $"On the Merits of Number {work} in Machine Translation",
                authors = new[] { $"Author {(char)('A' + (work % 20))}", $"Writer {(char)('A' + (work % 7))}" },
                year = 2000 + (work % 20) + (i % 3 == 2 ? 1 : 0),
                venue = i % 3 == 2 ? "arXiv" : "ACL",
                arxiv = work % 5 == 0 ? $"{1501 + (work % 12)}.{work:D5}" : null,
            }));
        }

        return lines.ToString();
    }

    private static async Task AssertHoldsAsync(string folder, long stored, CancellationToken cancel)
    {
        await using var library = KilledImport.OpenLibrary(folder);
        Assert.InRange((await library.CountAsync(cancel)).Records, stored, Records);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "library.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }

    private Task<string> DumpOfUndisturbedAsync(string file) => ImportAndDumpAsync(_folder.CreateSubdirectory("undisturbed").FullName, file);

    private static async Task<string> ImportAndDumpAsync(string folder, string file)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var library = KilledImport.OpenLibrary(folder);
        await new PaperImport(library, KnownFormats.All, folder, TimeProvider.System).RunAsync(new ImportRequest([file]), null, cancel);
        return await LibraryDump.OfAsync(library, cancel);
    }
}
