using System.CommandLine;
using System.Globalization;
using Winnow.Cli.Hosting;
using Winnow.Cli.Output;
using Winnow.Papers.Export;
using Winnow.Readers.Collections;

namespace Winnow.Cli.Commands.Collections;

internal sealed class CollectionsShowCommand : WinnowCommand
{
    private readonly Argument<string> _collection = new("COLLECTION") { Description = "Its name, or its name in addresses, as `winnow collections` shows them." };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a paper." };
    private readonly Option<bool> _bibtex = new("--bibtex") { Description = "Its papers as a BibTeX bibliography." };
    private readonly Option<bool> _ris = new("--ris") { Description = "Its papers as RIS, which every reference manager reads." };

    public CollectionsShowCommand(Terminal terminal, GlobalOptions globals)
        : base(
            "show",
            "Show a collection: its papers, the one added last first, with their notes.",
            """
            winnow collections show reading-group
            winnow collections show --json "Reading group" | jq .title
            winnow collections show --bibtex reading-group > reading-group.bib
            """,
            terminal,
            globals)
    {
        Add(_collection);
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
        var collection = await NamedCollection.GetAsync(workspace.Collections, parsed.GetValue(_collection)!, cancel).ConfigureAwait(false);
        var kept = (await workspace.Collections.GetPapersAsync(collection, 0, PaperCollections.MostPapers, cancel).ConfigureAwait(false)).Papers;
        if (parsed.GetValue(_json))
        {
            foreach (var one in kept)
            {
                Terminal.Out.WriteLine(CliJson.Line(KeptLine.Of(one)));
            }
        }
        else if (parsed.GetValue(_bibtex))
        {
            BibTeXExport.Write(kept.Select(one => one.Paper), Terminal.Out);
        }
        else if (parsed.GetValue(_ris))
        {
            RisExport.Write(kept.Select(one => one.Paper), Terminal.Out);
        }
        else
        {
            Write(collection, kept);
        }

        return ExitCode.Done;
    }

    private void Write(Collection collection, IReadOnlyList<KeptPaper> kept)
    {
        Terminal.Out.WriteLine(Terminal.Bold(collection.Name));
        if (collection.Description.Length > 0)
        {
            Terminal.Out.WriteLine(collection.Description);
        }

        foreach (var one in kept)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine(Terminal.Bold(one.Paper.Title));
            if (one.Note.Length > 0)
            {
                Terminal.Out.WriteLine($"  {one.Note.Replace("\n", "\n  ", StringComparison.Ordinal)}");
            }

            Terminal.Out.WriteLine(Terminal.Faint(string.Create(
                CultureInfo.InvariantCulture, $"  added {one.Added:yyyy-MM-dd}, {PaperUrl.Of(one.Paper) ?? $"winnow show {one.Paper.Id}"}")));
        }

        if (kept.Count == 0)
        {
            Terminal.Error.WriteLine($"No paper is in it yet. Add one as in: winnow collections add {collection.Slug} 1706.03762");
        }
    }
}
