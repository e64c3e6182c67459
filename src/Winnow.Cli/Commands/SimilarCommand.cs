using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Cli.Pdf;
using Winnow.Papers;
using Winnow.Search;
using Winnow.Search.Likeness;

namespace Winnow.Cli.Commands;

internal sealed class SimilarCommand : WinnowCommand
{
    private readonly Argument<string[]> _more = new("ID") { Description = "Papers to find more like: ids as winnow show takes them.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _less = new("--less") { Description = "Papers to find less like.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _by = new("--by") { Description = "Compare only the problem, the method or the result.", HelpName = "problem|method|result", DefaultValueFactory = _ => "overall" };
    private readonly Option<string?> _text = new("--text") { Description = "A file with an abstract to find more like; - for standard input.", HelpName = "FILE" };
    private readonly Option<string?> _pdf = new("--pdf") { Description = "A paper to find more like; its abstract is read.", HelpName = "FILE" };
    private readonly Option<int> _limit = new("--limit") { Description = "How many papers at most.", HelpName = "N", DefaultValueFactory = _ => 10 };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line and nothing else." };

    public SimilarCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "similar",
            "Find papers more like some, and less like others.",
            """
            winnow similar 1706.03762
            winnow similar 1706.03762 1810.04805 --less 2005.14165 --by method
            winnow similar --text abstract.txt
            winnow similar --pdf draft.pdf --by problem --json
            """,
            terminal,
            globals)
    {
        Add(_more);
        Add(_less);
        Add(_by);
        Add(_text);
        Add(_pdf);
        Add(_limit);
        Add(_json);
        _limit.Validators.Add(result =>
        {
            if (!result.Implicit && (!int.TryParse(result.Tokens is [.., var last] ? last.Value : null, out var limit) || limit is < 1 or > PaperSearch.MaxLimit))
            {
                result.AddError($"--limit takes a whole number from 1 to {PaperSearch.MaxLimit}.");
            }
        });
        Validators.Add(result =>
        {
            var more = result.GetValue(_more) ?? [];
            if (more.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            {
                result.AddError($"There is no option {unknown}.");
            }
            else if (result.GetValue(_text) is not null && result.GetValue(_pdf) is not null)
            {
                result.AddError("Give one of --text and --pdf.");
            }
            else if (more.Length == 0 && result.GetValue(_text) is null && result.GetValue(_pdf) is null)
            {
                result.AddError("Say what to find more like, as in: winnow similar 1706.03762");
            }

            if (result.GetValue(_by) is not (null or "overall" or "problem" or "method" or "result"))
            {
                result.AddError("--by takes problem, method or result.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var text = await TextAsync(parsed, cancel).ConfigureAwait(false);
        await using var workspace = Workspace.Open(Settings(parsed));
        await workspace.CatchUpAsync(Terminal, cancel).ConfigureAwait(false);
        var more = await PapersAsync(workspace.Library, parsed.GetValue(_more)!, cancel).ConfigureAwait(false);
        if (more.Count == 0 && text is null)
        {
            return ExitCode.Nothing;
        }

        var response = await workspace.Likeness.FindAsync(
            new LikenessRequest
            {
                More = more,
                Less = await PapersAsync(workspace.Library, parsed.GetValue(_less) ?? [], cancel).ConfigureAwait(false),
                Text = text,
                By = Enum.Parse<PaperFacet>(parsed.GetValue(_by) ?? nameof(PaperFacet.Overall), ignoreCase: true),
                Limit = parsed.GetValue(_limit),
            },
            cancel).ConfigureAwait(false);
        Write(response, parsed.GetValue(_json));
        return response.Hits.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private void Write(LikenessResponse response, bool json)
    {
        foreach (var note in response.Notes)
        {
            Terminal.Error.WriteLine(note);
        }

        if (!json)
        {
            new SearchResultsText(Terminal).Write(response.Hits, $"{response.Hits.Count} shown, most like first.");
            return;
        }

        foreach (var hit in response.Hits)
        {
            Terminal.Out.WriteLine(CliJson.Line(SearchLine.Of(hit, query: null)));
        }
    }

    private async Task<string?> TextAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_pdf) is { } pdf)
        {
            var file = Open(pdf);
            await using (file.ConfigureAwait(false))
            {
                return PaperBeginning.AbstractOf(await PdfProcess.ReadAsync(file, cancel).ConfigureAwait(false));
            }
        }

        if (parsed.GetValue(_text) is not { } name)
        {
            return null;
        }

        using var reader = name == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(Open(name));
        // One more than is compared, so that it can be said that some is not.
        var letters = new char[LikenessRequest.LongestText + 1];
        var read = await reader.ReadBlockAsync(letters, cancel).ConfigureAwait(false);
        var text = new string(letters, 0, read).Trim();
        return text.Length > 0 ? text : throw new CliException(ExitCode.BadInput, $"{name} holds no text.");
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.BadInput, $"{path} cannot be read: {refused.Message}", refused);
        }
    }

    private async Task<IReadOnlyList<PaperId>> PapersAsync(IPaperLibrary library, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var ids = new List<PaperId>();
        foreach (var name in names)
        {
            if (await NamedPaper.FindAsync(library, name, cancel).ConfigureAwait(false) is { } paper)
            {
                ids.Add(paper.Id);
            }
            else
            {
                Terminal.Complain($"The library has no paper {name}, so it was left out.");
            }
        }

        return ids;
    }
}
