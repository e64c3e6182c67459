using System.Globalization;
using Winnow.Papers;
using Winnow.Search;

namespace Winnow.Cli.Output;

/// <summary>Ranked papers for a person at a terminal.</summary>
internal sealed class SearchResultsText(Terminal terminal)
{
    private const int AuthorsShown = 3;

    public void Write(SearchRequest request, SearchResponse response)
    {
        foreach (var note in response.Notes)
        {
            terminal.Error.WriteLine(note);
        }

        if (response.Corrected is { } corrected)
        {
            terminal.Error.WriteLine($"Showing results for: {corrected.Text}");
            terminal.Error.WriteLine($"No paper here says '{string.Join("' or '", corrected.Unknown)}'; to search for what you typed, add --verbatim.");
        }

        if (response.Hits.Count == 0)
        {
            terminal.Error.WriteLine($"Nothing in the library matches: {request.Text}");
            return;
        }

        Write(response.Hits, string.Create(
            CultureInfo.InvariantCulture,
            $"{response.Hits.Count} shown, best first; {response.Matches:N0} have most of the words{(response.Near == 0 ? "" : $", {response.Near:N0} more are near in meaning")}. Found in {response.Took.TotalMilliseconds:0.0} ms."));
    }

    public void Write(IReadOnlyList<SearchHit> hits, string summary)
    {
        foreach (var hit in hits)
        {
            Write(hit);
        }

        terminal.Out.WriteLine(terminal.Faint(summary));
    }

    private void Write(SearchHit hit)
    {
        var rank = hit.Rank.ToString(CultureInfo.InvariantCulture).PadLeft(3);
        terminal.Out.WriteLine($"{rank}  {terminal.Bold(hit.Paper.Title)}{Origin(hit.Paper)}{(hit.Paper.Withdrawn ? "  [withdrawn]" : "")}");
        terminal.Out.WriteLine($"     {Authors(hit.Paper.Authors)}");
        if (hit.Snippet is { Text: var snippet })
        {
            terminal.Out.WriteLine($"     {snippet}");
        }

        terminal.Out.WriteLine(terminal.Faint($"     {PaperUrl.Of(hit.Paper) ?? $"winnow show {hit.Paper.Id}"}"));
        if (hit.Why is { } why)
        {
            Write(why, indent: 5);
        }

        terminal.Out.WriteLine();
    }

    private void Write(ScoreExplanation why, int indent)
    {
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new string(' ', indent)}{why.Value,8:0.000}  {why.Description}"));
        foreach (var part in why.Parts)
        {
            Write(part, indent + 2);
        }
    }

    private static string Origin(Paper paper) => (paper.Venue, paper.Year) switch
    {
        ({ } venue, { } year) => string.Create(CultureInfo.InvariantCulture, $"  ({venue} {year})"),
        ({ } venue, null) => $"  ({venue})",
        (null, { } year) => string.Create(CultureInfo.InvariantCulture, $"  ({year})"),
        _ => "",
    };

    private static string Authors(IReadOnlyList<Author> authors) => authors.Count switch
    {
        0 => "no authors given",
        <= AuthorsShown + 1 => string.Join(", ", authors.Select(author => author.Name)),
        _ => $"{string.Join(", ", authors.Take(AuthorsShown).Select(author => author.Name))} and {authors.Count - AuthorsShown} others",
    };
}
