using Xunit;

namespace Winnow.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly WinnowExecutable _winnow = new();

    public void Dispose() => _winnow.Dispose();

    [Theory]
    [InlineData("sarch speech", "'sarch' means nothing here.")]
    [InlineData("search", "Say what to search for")]
    [InlineData("search --limt 5 speech", "There is no option --limt.")]
    [InlineData("search --limit 0 speech", "--limit takes a whole number from 1 to 1000.")]
    [InlineData("search --limit many speech", "--limit takes a whole number from 1 to 1000.")]
    [InlineData("search --queries q.txt speech", "Give either a query or --queries, not both.")]
    [InlineData("show --json --ris 1706.03762", "Choose one of --json, --bibtex and --ris.")]
    [InlineData("batch-size", "Say which command to run, after --.")]
    [InlineData("batch-size -- train.sh 8", "The command must say {batch}")]
    [InlineData("batch-size --limit big -- train.sh {batch}", "'big' is no size of memory such as 6G or 500M.")]
    [InlineData("serve --port 70000", "--port takes a number from 0 to 65535.")]
    [InlineData("serve --port 1 --urls http://127.0.0.1:1", "Give either --urls, or --host and --port.")]
    public void A_wrong_command_line_ends_with_2_and_says_why(string arguments, string complaint)
    {
        var outcome = _winnow.Run(arguments.Split(' ')).Ended(2);
        Assert.Contains(complaint, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("--help", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_wrong_setting_ends_with_2_and_names_its_place()
    {
        _winnow.Write("data/winnow.json", "{ \"urls\": 5170 }");
        var outcome = _winnow.Run("serve").Ended(2);
        Assert.Equal($"winnow: {Path.Combine(_winnow.Data, "winnow.json")}, \"urls\": '5170' is not an address such as http://127.0.0.1:5170 (https belongs to a reverse proxy in front of Winnow).", outcome.Error.Trim());
    }

    [Theory]
    [InlineData("search", "speech")]
    [InlineData("show", "1706.03762")]
    [InlineData("index", "check")]
    public void Without_a_library_the_next_step_is_named(params string[] arguments)
    {
        var outcome = _winnow.Run(arguments).Ended(4);
        Assert.StartsWith($"winnow: There is no library in {_winnow.Data} yet. Import papers with `winnow import FILES`", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_winnow.Data), "A command that only reads must not leave a folder behind.");
    }

    [Fact]
    public void Winnow_alone_shows_what_there_is() => Assert.Contains("Examples:", _winnow.Run().Ended(0).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("search")]
    [InlineData("show")]
    [InlineData("index rebuild")]
    [InlineData("index check")]
    [InlineData("batch-size")]
    [InlineData("models list")]
    [InlineData("models add")]
    [InlineData("models test")]
    [InlineData("models use")]
    [InlineData("models remove")]
    [InlineData("models train")]
    [InlineData("doctor")]
    public void Every_command_has_examples_in_its_help(string command)
    {
        var outcome = _winnow.Run([.. command.Split(' '), "--help"]).Ended(0);
        Assert.Contains($"  winnow {command}", outcome.Output[outcome.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_shows_its_place_in_the_program_only_when_asked()
    {
        Assert.DoesNotContain("   at ", _winnow.Run("search", "speech").Error, StringComparison.Ordinal);
        Assert.Contains("   at ", _winnow.Run("search", "--verbose", "speech").Error, StringComparison.Ordinal);
        _winnow.Environment["WINNOW_DEBUG"] = "1";
        Assert.Contains("   at ", _winnow.Run("search", "speech").Error, StringComparison.Ordinal);
    }
}
