using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Winnow.Papers;
using Winnow.Sources;
using Winnow.Sources.Importing;
using Winnow.Storage.Sqlite;
using Xunit;

namespace Winnow.Storage.Tests.Importing;

public sealed class PaperImportTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-");
    private readonly List<ImportProgress> _progress = [];
    private SqliteLibrary _library = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Data);
        _library = SqliteLibrary.Open(Path.Combine(Data, "library.db"), KnownFormats.All, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _library.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_said_before_anything_is_imported()
    {
        var refusal = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(new ImportRequest([Lines("good.jsonl", 1), "/nowhere/at/all"])));

        Assert.Equal("/nowhere/at/all does not exist.", refusal.Message);
        Assert.Empty(await _library.GetImportsAsync(10, Cancel));
    }

    [Fact]
    public async Task A_folder_without_files_is_said()
    {
        var empty = _folder.CreateSubdirectory("empty").FullName;

        var refusal = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(new ImportRequest([empty])));

        Assert.Equal($"The folder {empty} holds no files.", refusal.Message);
    }

    [Fact]
    public async Task An_unknown_format_is_answered_with_those_there_are()
    {
        var refusal = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(new ImportRequest([Lines("a.jsonl", 1)], "marc")));

        Assert.StartsWith("There is no format \"marc\"; there are ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_record_is_named_in_a_file_and_stops_nobody()
    {
        var file = Write("papers.jsonl", "{\"title\": \"First\"}\n{\"title\": \n{\"year\": 2020}\n{\"title\": \"Last\"}\n");

        var result = await ImportAsync(new ImportRequest([file]));

        Assert.Equal((2, 2), (result.Counts.New, result.Counts.Rejected));
        var reasons = (await File.ReadAllLinesAsync(result.Rejections!, Cancel)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([(file, 2L, 2L), (file, 3L, 3L)], reasons.Select(Place));
        Assert.All(reasons, reason => Assert.EndsWith(".", reason.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.Equal("{\"title\":", reasons[0].GetProperty("excerpt").GetString());
        var run = Assert.Single(await _library.GetImportsAsync(10, Cancel));
        Assert.Equal((ImportState.Finished, result.Counts, file), (run.State, run.Counts, run.Input));
        Assert.Equal(result.Rejections, Path.Combine(Data, run.Rejections!));
    }

    [Fact]
    public async Task A_file_of_no_known_format_is_rejected_by_name_and_the_others_are_read()
    {
        var folder = _folder.CreateSubdirectory("mixed").FullName;
        Write(Path.Combine(folder, "a.pdf"), "%PDF-1.7 and so on");
        Lines(Path.Combine(folder, "b.jsonl"), 3);

        var result = await ImportAsync(new ImportRequest([folder]));

        Assert.Equal((3, 1), (result.Counts.New, result.Counts.Rejected));
        Assert.Contains("a PDF", await File.ReadAllTextAsync(result.Rejections!, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_file_that_was_cut_off_gives_what_it_holds_and_one_reason()
    {
        var whole = Compressed("whole.jsonl.gz", 500);
        var cut = Path.Combine(_folder.FullName, "cut.jsonl.gz");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(whole, Cancel))[..^200], Cancel);

        var result = await ImportAsync(new ImportRequest([cut]));

        Assert.InRange(result.Counts.New, 100, 499);
        Assert.Contains("cut off", await File.ReadAllTextAsync(result.Rejections!, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_rejected_leaves_no_file_of_rejections()
    {
        var result = await ImportAsync(new ImportRequest([Lines("a.jsonl", 3)]));

        Assert.Null(result.Rejections);
        Assert.False(Directory.Exists(Path.Combine(Data, "rejected")));
    }

    [Fact]
    public async Task The_same_files_again_in_any_shape_change_nothing()
    {
        await ImportAsync(new ImportRequest([Lines("a.jsonl", 50)]));
        var position = await _library.GetPositionAsync(Cancel);

        var again = await ImportAsync(new ImportRequest([Compressed("b.jsonl.gz", 50)]));

        Assert.Equal(new ImportCounts(Unchanged: 50), again.Counts);
        Assert.Equal(position, await _library.GetPositionAsync(Cancel));
    }

    [Fact]
    public async Task Standard_input_is_read_like_a_file()
    {
        var lines = Encoding.UTF8.GetBytes("{\"title\": \"Piped\"}\n");

        var result = await ImportAsync(new ImportRequest([ImportRequest.StandardInput]) { OpenStandardInput = () => new MemoryStream(lines) });

        Assert.Equal(1, result.Counts.New);
        Assert.Null(_progress[^1].BytesTotal);
    }

    [Fact]
    public async Task Progress_counts_what_is_stored_and_ends_at_the_whole_input()
    {
        var result = await ImportAsync(new ImportRequest([Lines("a.jsonl", 25), Compressed("b.jsonl.gz", 40)]) { BatchRecords = 10 });

        Assert.Equal([10, 20, 30, 40, 50, 60, 65], _progress.Select(progress => progress.Counts.Read));
        Assert.Equal(1.0, _progress[^1].Fraction);
        Assert.Equal(_progress.Select(progress => progress.BytesRead).Order(), _progress.Select(progress => progress.BytesRead));
        Assert.Equal(result.Counts, _progress[^1].Counts);
    }

    [Fact]
    public async Task A_cancelled_import_keeps_what_it_reported_and_is_listed_as_stopped()
    {
        using var stop = new CancellationTokenSource();
        var import = new PaperImport(_library, KnownFormats.All, Data, TimeProvider.System);
        var afterTwo = new Listener(progress =>
        {
            _progress.Add(progress);
            if (_progress.Count == 2)
            {
                stop.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => import.RunAsync(new ImportRequest([Lines("a.jsonl", 1000)]) { BatchRecords = 10 }, afterTwo, stop.Token));

        Assert.Equal(20, (await _library.CountAsync(Cancel)).Records);
        Assert.Equal(ImportState.Stopped, Assert.Single(await _library.GetImportsAsync(10, Cancel)).State);
    }

    [Fact]
    public async Task A_failure_of_the_library_ends_the_import_with_its_own_words()
    {
        var import = new PaperImport(new FailingLibrary(), KnownFormats.All, Data, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<LibraryException>(() => import.RunAsync(new ImportRequest([Lines("a.jsonl", 1000)]) { BatchRecords = 10 }, null, Cancel));

        Assert.Equal(FailingLibrary.Words, failure.Message);
    }

    private static (string?, long, long) Place(JsonElement reason) =>
        (reason.GetProperty("file").GetString(), reason.GetProperty("line").GetInt64(), reason.GetProperty("record").GetInt64());

    private Task<ImportResult> ImportAsync(ImportRequest request) =>
        new PaperImport(_library, KnownFormats.All, Data, TimeProvider.System).RunAsync(request, new Listener(_progress.Add), Cancel);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Text(int records) => string.Concat(Enumerable.Range(0, records).Select(i => $"{{\"id\": \"{i}\", \"title\": \"Paper {i}, noted {i * 7919 % 104729}\"}}\n"));

    private string Lines(string name, int records) => Write(name, Text(records));

    private string Compressed(string name, int records)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(Text(records)));
        return path;
    }

    /// <summary>Reports where it is called, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Listener(Action<ImportProgress> listen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => listen(value);
    }
}
