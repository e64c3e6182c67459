using System.Text.Json;
using Xunit;

namespace Winnow.Cli.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void A_path_that_does_not_exist_ends_with_3()
    {
        var outcome = _winnow.Run("import", "nowhere.jsonl").Ended(3);
        Assert.Equal("winnow: nowhere.jsonl does not exist.", outcome.Error.Trim());
    }

    [Fact]
    public void An_unknown_format_ends_with_3_and_lists_the_known_ones()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 1));
        Assert.StartsWith("winnow: There is no format \"word\"; there are ", _winnow.Run("import", "--format", "word", "a.jsonl").Ended(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_holds_no_papers_ends_with_3_and_says_why_beside_the_library()
    {
        _winnow.Write("a.pdf", "%PDF-1.7 not papers");
        var report = _winnow.Run("import", "--json", "a.pdf").Ended(3).Objects.Single();
        Assert.Equal(1, report.GetProperty("rejected").GetInt32());
        var rejections = File.ReadAllText(report.GetProperty("rejections").GetString()!);
        Assert.Contains("The file is a PDF", JsonSerializer.Deserialize<JsonElement>(rejections).GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_record_stops_none_of_the_others()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 3) + "{\"abstract\": \"no title\"}\n{broken\n" + PaperLines.Of(3, 3));
        var report = _winnow.Run("import", "--json", "a.jsonl").Ended(0).Objects.Single();
        Assert.Equal((8, 6, 2), (report.GetProperty("read").GetInt32(), report.GetProperty("new").GetInt32(), report.GetProperty("rejected").GetInt32()));
        Assert.Equal(2, File.ReadAllLines(report.GetProperty("rejections").GetString()!).Length);
    }

    [Fact]
    public void What_was_imported_is_found_at_once_and_importing_it_again_changes_nothing()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 50));
        Assert.Equal("50 new, 0 merged, 0 updated, 0 unchanged, 0 rejected.", Counts(_winnow.Run("import", "a.jsonl")));
        Assert.Equal("0 new, 0 merged, 0 updated, 50 unchanged, 0 rejected.", Counts(_winnow.Run("import", "a.jsonl")));

        var found = _winnow.Run("search", "--json", PaperLines.WordOf(7)).Ended(0).Objects[0];
        Assert.Equal(1, found.GetProperty("rank").GetInt32());
        Assert.Equal(1997, found.GetProperty("year").GetInt32());
        Assert.Contains("test/7", found.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains("arxiv:2008.00007", found.GetProperty("identifiers").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("https://arxiv.org/abs/2008.00007", found.GetProperty("url").GetString());
    }

    [Fact]
    public void Standard_input_and_folders_are_read_like_files()
    {
        Assert.StartsWith("20 new", Counts(_winnow.RunWithInput(PaperLines.Of(0, 20), "import", "-")), StringComparison.Ordinal);
        _winnow.Write("papers/one/a.jsonl", PaperLines.Of(20, 5));
        _winnow.Write("papers/b.jsonl", PaperLines.Of(25, 5));
        Assert.StartsWith("10 new", Counts(_winnow.Run("import", "papers")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_goes_when_it_is_told_to()
    {
        _winnow.Write("sample.jsonl", PaperLines.Of(0, 3).Replace("\"source\":\"test\"", "\"source\":\"sample\"", StringComparison.Ordinal));
        _winnow.Write("own.jsonl", PaperLines.Of(10, 3));
        _winnow.Run("import", "sample.jsonl").Ended(0);
        Assert.Contains("--replace-sample", _winnow.Run("import", "own.jsonl").Ended(0).Error, StringComparison.Ordinal);
        _winnow.Run("search", PaperLines.WordOf(1)).Ended(0);
        Assert.DoesNotContain("--replace-sample", _winnow.Run("import", "--replace-sample", "own.jsonl").Ended(0).Error, StringComparison.Ordinal);
        _winnow.Run("show", "test/1").Ended(1);
        _winnow.Run("show", "test/11").Ended(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_import_killed_at_any_moment_and_run_again_ends_like_one_left_alone(int seed)
    {
        const int Papers = 20_000;
        using var undisturbed = new WinnowExecutable();
        var file = _winnow.Write("a.jsonl", PaperLines.Of(0, Papers));
        undisturbed.Run("import", file).Ended(0);

        var random = new Random(seed);
        for (var kill = 0; kill < 4; kill++)
        {
            using var import = _winnow.Start("import", file);
            import.WaitForExit(random.Next(50, 1500));
            import.Kill();
            import.WaitForExit();
        }

        _winnow.Run("import", file).Ended(0);
        _winnow.Run("index", "check").Ended(0);
        string[] questions = [.. Enumerable.Range(0, 40).Select(_ => PaperLines.WordOf(random.Next(Papers))), "speech retrieval", "more experiments venue:TestConf year:2001"];
        var input = string.Join('\n', questions);
        Assert.Equal(
            undisturbed.RunWithInput(input, "search", "--queries", "-", "--limit", "50").Ended(0).Output,
            _winnow.RunWithInput(input, "search", "--queries", "-", "--limit", "50").Ended(0).Output);
    }

    [Fact]
    public void Ctrl_C_ends_with_130_and_keeps_what_was_committed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl-C to a whole console.");
        using var import = _winnow.Start("import", "-");
        import.StandardInput.Write(PaperLines.Of(0, 5000));
        import.StandardInput.Flush();
        Signals.Send("INT", import);
        var outcome = Outcome.Of(import, TimeSpan.FromMinutes(5)).Ended(130);
        Assert.Equal("winnow: Stopped. What was committed stays; the same command goes on from there.", outcome.Error.Trim());
    }

    private static string Counts(Outcome outcome) => outcome.Ended(0).Lines[0].Split(": ")[1];
}
