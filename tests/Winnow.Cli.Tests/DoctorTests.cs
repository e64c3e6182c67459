using Xunit;

namespace Winnow.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public void Dispose() => _winnow.Dispose();

    [Fact]
    public void A_fresh_machine_is_healthy_and_told_what_to_do_first()
    {
        var outcome = _winnow.Run("doctor").Ended(0);
        Assert.Contains("Import papers with `winnow import FILES`", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Erdos finds Erdős", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_winnow.Data));
    }

    [Fact]
    public void A_library_and_an_index_that_are_whole_are_fine()
    {
        Import();
        Assert.DoesNotContain("PROBLEM", _winnow.Run("doctor").Ended(0).Output, StringComparison.Ordinal);
        _winnow.Run("index", "check").Ended(0);
    }

    [Fact]
    public void A_wrong_setting_is_a_problem_and_does_not_hide_the_rest()
    {
        Import();
        _winnow.Write("data/winnow.json", "{ \"sampel\": true }");
        var problem = Problems("doctor").Single();
        Assert.Equal("settings", problem.Subject);
        Assert.Contains("there is no setting \"sampel\"", problem.Says, StringComparison.Ordinal);
        Assert.Contains("records", _winnow.Run("doctor").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_that_Winnow_does_not_know_is_pointed_out()
    {
        _winnow.Environment["WINNOW_SAMPEL"] = "true";
        Assert.Contains("WINNOW_SAMPEL, which Winnow does not know", _winnow.Run("doctor").Ended(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is no database at all, whatever its name says")]
    [InlineData("")]
    public void A_library_that_is_something_else_is_a_problem_or_empty(string content)
    {
        _winnow.Write("data/library.db", content);
        if (content.Length == 0)
        {
            _winnow.Run("doctor").Ended(0);
            return;
        }

        var problem = Problems("doctor").Single();
        Assert.Equal("library", problem.Subject);
        Assert.Contains("backup", problem.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("Winnow has made a mistake", _winnow.Run("search", "speech").Ended(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_with_damaged_pages_is_a_problem()
    {
        Import();
        Damage(Path.Combine(_winnow.Data, "library.db"));
        Assert.Equal("library", Problems("doctor")[0].Subject);
    }

    [Fact]
    public void A_damaged_index_is_a_problem_that_a_rebuild_removes()
    {
        Import();
        var before = _winnow.Run("search", "--json", "speech").Ended(0).Output;
        var segment = new DirectoryInfo(Path.Combine(_winnow.Data, "index")).EnumerateFiles("*", SearchOption.AllDirectories).MaxBy(file => file.Length)!;
        Damage(segment.FullName);

        var problem = Problems("doctor")[0];
        Assert.Equal("index", problem.Subject);
        Assert.Contains(segment.Name, problem.Says, StringComparison.Ordinal);
        Assert.Contains("winnow index rebuild", problem.Advice, StringComparison.Ordinal);
        _winnow.Run("index", "check").Ended(1);
        _winnow.Run("index", "rebuild").Ended(0);
        _winnow.Run("index", "check").Ended(0);
        Assert.Equal(before, _winnow.Run("search", "--json", "speech").Ended(0).Output);
    }

    [Fact]
    public void Topics_and_trends_say_how_far_they_are_and_damage_is_named()
    {
        Import();
        var before = _winnow.Run("doctor").Ended(0).Output;
        Assert.Contains("0 papers have a trend, 0 wait for theirs to be computed.", before, StringComparison.Ordinal);
        Assert.Contains("0 papers counted, every checksum right, 500 changes behind the library.", before, StringComparison.Ordinal);

        _winnow.Run("topics");
        Assert.Matches("[1-9][0-9]* papers counted, every checksum right, 0 changes behind the library", _winnow.Run("doctor").Ended(0).Output);

        Damage(Directory.EnumerateFiles(Path.Combine(_winnow.Data, "topics"), "ledger*").Single());
        var problem = Problems("doctor").Single();
        Assert.Equal("topics", problem.Subject);
        Assert.Contains("ledger", problem.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_was_deleted_is_built_again_by_the_next_search()
    {
        Import();
        var before = _winnow.Run("search", "--json", "speech").Ended(0).Output;
        Directory.Delete(Path.Combine(_winnow.Data, "index"), recursive: true);
        Assert.Equal(before, _winnow.Run("search", "--json", "speech").Ended(0).Output);
    }

    private void Import()
    {
        _winnow.Write("a.jsonl", PaperLines.Of(0, 500));
        _winnow.Run("import", "a.jsonl").Ended(0);
    }

    private IReadOnlyList<(string Subject, string Says, string Advice)> Problems(params string[] arguments) =>
    [
        .. _winnow.Run([.. arguments, "--json"]).Ended(1).Objects.Single().GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("state").GetString() == "problem")
            .Select(finding => (finding.GetProperty("subject").GetString()!, finding.GetProperty("says").GetString()!, finding.GetProperty("advice").GetString()!)),
    ];

    /// <summary>Overwrites the middle half.</summary>
    private static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 4, bytes.Length / 2).Fill(0xA5);
        File.WriteAllBytes(path, bytes);
    }
}
