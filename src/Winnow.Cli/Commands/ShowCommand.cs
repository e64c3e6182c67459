using System.CommandLine;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Papers.Export;

namespace Winnow.Cli.Commands;

internal sealed class ShowCommand : WinnowCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "An arXiv id, DOI, ACL or OpenReview id, a pasted URL, or any id that search --json printed." };
    private readonly Option<bool> _json = new("--json") { Description = "All that the library knows, as one JSON object." };
    private readonly Option<bool> _bibtex = new("--bibtex") { Description = "A BibTeX entry." };
    private readonly Option<bool> _ris = new("--ris") { Description = "A RIS entry, which every reference manager reads." };

    public ShowCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "show",
            "Show one paper.",
            """
            winnow show 1706.03762
            winnow show https://aclanthology.org/N19-1423
            winnow show --bibtex 10.18653/v1/N19-1423 >> library.bib
            """,
            terminal,
            globals)
    {
        Add(_id);
        Add(_json);
        Add(_bibtex);
        Add(_ris);
        Validators.Add(result =>
        {
            if (new[] { _json, _bibtex, _ris }.Count(result.GetValue) > 1)
            {
                result.AddError("Choose one of --json, --bibtex and --ris.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var workspace = Workspace.Open(Settings(parsed));
        var id = parsed.GetValue(_id)!;
        if (await NamedPaper.FindAsync(workspace.Library, id, cancel).ConfigureAwait(false) is not { } paper)
        {
            Terminal.Complain($"The library has no paper {id}.");
            return ExitCode.Nothing;
        }

        if (parsed.GetValue(_json))
        {
            Terminal.Out.WriteLine(CliJson.Line(PaperDocument.Of(paper)));
        }
        else if (parsed.GetValue(_bibtex))
        {
            Terminal.Out.Write(BibTeXExport.Write(paper));
        }
        else if (parsed.GetValue(_ris))
        {
            Terminal.Out.Write(RisExport.Write(paper));
        }
        else
        {
            new PaperText(Terminal).Write(paper);
        }

        return ExitCode.Done;
    }
}
