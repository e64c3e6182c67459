using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Trends.Topics;

namespace Winnow.Cli.Commands;

internal sealed class TopicsCommand : WinnowCommand
{
    private readonly Argument<string[]> _name = new("NAME") { Description = "One topic to look at, however little it rises; without it, those that rise most.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _month = new("--month") { Description = "A month, such as 2025-02.", HelpName = "YYYY-MM" };
    private readonly Option<string?> _week = new("--week") { Description = "An ISO week, such as 2025-W07; kept for the last 60.", HelpName = "YYYY-Www" };
    private readonly Option<string?> _window = new("--window") { Description = "The newest week or month.", HelpName = "week|month" };
    private readonly Option<string?> _category = new("--category") { Description = "Only among papers of one category, such as cs.CL.", HelpName = "NAME" };
    private readonly Option<int> _limit = new("--limit") { Description = "How many topics at most.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line and nothing else." };

    public TopicsCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "topics",
            "Show the phrases and named methods that rise faster than their past predicts.",
            """
            winnow topics
            winnow topics --month 2025-02 --category cs.CL
            winnow topics --window week --json
            winnow topics group relative policy optimization
            """,
            terminal,
            globals)
    {
        Add(_name);
        Add(_month);
        Add(_week);
        Add(_window);
        Add(_category);
        Add(_limit);
        Add(_json);
        _limit.Validators.Add(result =>
        {
            if (!result.Implicit && (!int.TryParse(result.Tokens is [.., var last] ? last.Value : null, out var limit) || limit is < 1 or > TrendingTopics.MaxLimit))
            {
                result.AddError($"--limit takes a whole number from 1 to {TrendingTopics.MaxLimit}.");
            }
        });
        Validators.Add(result =>
        {
            if ((result.GetValue(_name) ?? []).FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            {
                result.AddError($"There is no option {unknown}.");
            }

            if (new[] { _month, _week, _window }.Count(option => result.GetValue(option) is not null) > 1)
            {
                result.AddError("Give one of --month, --week and --window.");
            }

            Require(result.GetValue(_month), TopicSpan.Month, "--month takes a month such as 2025-02.", result.AddError);
            Require(result.GetValue(_week), TopicSpan.Week, "--week takes an ISO week such as 2025-W07.", result.AddError);
            if (result.GetValue(_window) is not (null or "week" or "month"))
            {
                result.AddError("--window takes week or month.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        using (var progress = new IndexingProgress(Terminal, "read for topics"))
        {
            await workspace.TopicFollower.CatchUpAsync(progress, cancel).ConfigureAwait(false);
        }

        var window = Window(parsed);
        var name = string.Join(' ', parsed.GetValue(_name)!);
        return name.Length > 0
            ? await ShowAsync(workspace.Topics, name, window, parsed, cancel).ConfigureAwait(false)
            : await ListAsync(workspace.Topics, window, parsed, cancel).ConfigureAwait(false);
    }

    private async Task<ExitCode> ListAsync(TrendingTopics topics, TopicWindow? window, ParseResult parsed, CancellationToken cancel)
    {
        var span = parsed.GetValue(_window) == "week" ? TopicSpan.Week : TopicSpan.Month;
        if (await topics.GetAsync(window, parsed.GetValue(_category), parsed.GetValue(_limit), cancel, span).ConfigureAwait(false) is not { } page)
        {
            Terminal.Complain(window is null
                ? "No paper in the library has a date, so nothing can be said to rise: import papers from arXiv or Hugging Face, whose records have one."
                : $"The library has no papers of {window}{(window.Value.Span == TopicSpan.Week ? ", or they are more than 60 weeks before its newest" : "")}.");
            return ExitCode.Nothing;
        }

        if (parsed.GetValue(_json))
        {
            for (var i = 0; i < page.Topics.Count; i++)
            {
                Terminal.Out.WriteLine(CliJson.Line(new TopicLine(page.Topics[i], page.Window, i + 1)));
            }
        }
        else
        {
            new TopicsText(Terminal).Write(page);
        }

        return page.Topics.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private async Task<ExitCode> ShowAsync(TrendingTopics topics, string name, TopicWindow? window, ParseResult parsed, CancellationToken cancel)
    {
        if (await topics.FindAsync(name, window, cancel).ConfigureAwait(false) is not { } topic)
        {
            Terminal.Complain($"No dated paper in the library has the phrase {name}.");
            return ExitCode.Nothing;
        }

        if (parsed.GetValue(_json))
        {
            Terminal.Out.WriteLine(CliJson.Line(new TopicLine(topic, topic.Curve[^1].Window, rank: null)));
        }
        else
        {
            new TopicsText(Terminal).Write(topic);
        }

        return ExitCode.Done;
    }

    private TopicWindow? Window(ParseResult parsed) =>
        TopicWindow.TryParse(parsed.GetValue(_month) ?? parsed.GetValue(_week), out var window) ? window : null;

    private static void Require(string? text, TopicSpan span, string otherwise, Action<string> complain)
    {
        if (text is not null && !(TopicWindow.TryParse(text, out var window) && window.Span == span))
        {
            complain(otherwise);
        }
    }
}
