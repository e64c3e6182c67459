using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Search;

namespace Winnow.Cli.Commands;

internal sealed class SearchCommand : WinnowCommand
{
    private const int MostResults = 1000;

    private readonly Argument<string[]> _words = new("QUERY")
    {
        Description = "Plain words, or the query language: \"a phrase\" -without author:vaswani year:2019..2023 venue:ACL has:code",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int> _limit = new("--limit") { Description = "How many papers at most.", HelpName = "N", DefaultValueFactory = _ => 10 };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line and nothing else." };
    private readonly Option<bool> _explain = new("--explain") { Description = "With each paper, which words made its score." };
    private readonly Option<bool> _verbatim = new("--verbatim") { Description = "Leave words that no paper has as they are, instead of searching what was probably meant." };
    private readonly Option<string?> _queries = new("--queries")
    {
        Description = "Answer each line of a file (- for standard input): plain text, or JSON with \"text\" and perhaps \"id\". Implies --json.",
        HelpName = "FILE",
    };

    public SearchCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "search",
            "Find papers, best first.",
            """
            winnow search learning from unlabelled speech
            winnow search '"graph neural networks" -survey year:2020..'    quotes around what the shell would take away
            winnow search --json --limit 100 dense retrieval | jq .title
            winnow search --queries questions.txt > answers.jsonl
            """,
            terminal,
            globals)
    {
        Add(_words);
        Add(_limit);
        Add(_json);
        Add(_explain);
        Add(_verbatim);
        Add(_queries);
        _limit.Validators.Add(result =>
        {
            if (!result.Implicit && (!int.TryParse(result.Tokens is [.., var last] ? last.Value : null, out var limit) || limit is < 1 or > MostResults))
            {
                result.AddError($"--limit takes a whole number from 1 to {MostResults}.");
            }
        });
        Validators.Add(result =>
        {
            var words = result.GetValue(_words) ?? [];
            if (words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            {
                result.AddError($"There is no option {unknown}.");
            }
            else if (words.Length == 0 == (result.GetValue(_queries) is null))
            {
                result.AddError(words.Length == 0 ? "Say what to search for, as in: winnow search speech recognition" : "Give either a query or --queries, not both.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        await workspace.CatchUpAsync(Terminal, cancel).ConfigureAwait(false);
        var asked = new SearchRequest { Text = "", Limit = parsed.GetValue(_limit), WithExplanation = parsed.GetValue(_explain), Verbatim = parsed.GetValue(_verbatim) };
        if (parsed.GetValue(_queries) is { } file)
        {
            return await AnswerAllAsync(workspace.Search, file, asked, cancel).ConfigureAwait(false);
        }

        var request = asked with { Text = string.Join(' ', parsed.GetValue(_words)!) };
        var response = await workspace.Search.SearchAsync(request, cancel).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            Write(response, query: null);
        }
        else
        {
            new SearchResultsText(Terminal).Write(request, response);
        }

        return response.Hits.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private async Task<ExitCode> AnswerAllAsync(PaperSearch search, string file, SearchRequest asked, CancellationToken cancel)
    {
        var found = false;
        await foreach (var query in QueryFile.ReadAsync(file, cancel).ConfigureAwait(false))
        {
            var response = await search.SearchAsync(asked with { Text = query.Text }, cancel).ConfigureAwait(false);
            Write(response, query.Id);
            found |= response.Hits.Count > 0;
        }

        return found ? ExitCode.Done : ExitCode.Nothing;
    }

    private void Write(SearchResponse response, string? query)
    {
        foreach (var hit in response.Hits)
        {
            Terminal.Out.WriteLine(CliJson.Line(SearchLine.Of(hit, query)));
        }

        // Whoever feeds questions through a pipe waits for the answers to one before asking the next.
        Terminal.Out.Flush();
    }
}
