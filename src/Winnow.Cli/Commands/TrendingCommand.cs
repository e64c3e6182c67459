using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Trends;

namespace Winnow.Cli.Commands;

internal sealed class TrendingCommand : WinnowCommand
{
    private readonly Option<string> _window = new("--window") { Description = "How far back: day, week, month or all.", HelpName = "WINDOW", DefaultValueFactory = _ => "day" };
    private readonly Option<string?> _category = new("--category") { Description = "Only papers of this category, such as cs.CL, or of a whole archive, such as cs.", HelpName = "NAME" };
    private readonly Option<string?> _venue = new("--venue") { Description = "Only papers of this venue, such as NeurIPS.", HelpName = "NAME" };
    private readonly Option<int> _limit = new("--limit") { Description = "How many papers at most.", HelpName = "N", DefaultValueFactory = _ => 10 };
    private readonly Option<bool> _explain = new("--explain") { Description = "With each paper, what made its score." };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line and nothing else." };

    public TrendingCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "trending",
            "List the papers that people are excited about, and why.",
            """
            winnow trending
            winnow trending --window week --category cs.CL --explain
            winnow trending --json --window month --limit 100 | jq .title
            """,
            terminal,
            globals)
    {
        Add(_window);
        Add(_category);
        Add(_venue);
        Add(_limit);
        Add(_explain);
        Add(_json);
        _window.AcceptOnlyFromAmong("day", "week", "month", "all");
        _limit.Validators.Add(result =>
        {
            if (!result.Implicit && (!int.TryParse(result.Tokens is [.., var last] ? last.Value : null, out var limit) || limit is < 1 or > TrendingPapers.MaxLimit))
            {
                result.AddError($"--limit takes a whole number from 1 to {TrendingPapers.MaxLimit}.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        await workspace.Trends.CatchUpAsync(cancel).ConfigureAwait(false);
        var request = new TrendingRequest
        {
            Window = Enum.Parse<TrendWindow>(parsed.GetValue(_window)!, ignoreCase: true),
            Category = parsed.GetValue(_category),
            Venue = parsed.GetValue(_venue),
            Limit = parsed.GetValue(_limit),
        };
        var page = await workspace.Trending.GetAsync(request, cancel).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            foreach (var paper in page.Papers)
            {
                Terminal.Out.WriteLine(CliJson.Line(TrendingLine.Of(paper, parsed.GetValue(_explain))));
            }
        }
        else
        {
            new TrendingText(Terminal).Write(page, request, parsed.GetValue(_explain));
        }

        return page.Papers.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
