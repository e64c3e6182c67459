using System.Globalization;
using Winnow.Papers;
using Winnow.Trends;

namespace Winnow.Cli.Output;

/// <summary>Trending papers for a person at a terminal.</summary>
internal sealed class TrendingText(Terminal terminal)
{
    private const int AuthorsShown = 3;
    private const string Bars = "▁▂▃▄▅▆▇█";

    public void Write(TrendingPage page, TrendingRequest request, bool explain)
    {
        if (page.Papers.Count == 0)
        {
            terminal.Error.WriteLine(request.Category is null && request.Venue is null
                ? "Nothing is trending: no paper of the library has votes, comments or citations that are recent enough. A longer --window may have some."
                : "Nothing is trending there. A longer --window, or no --category and --venue, may have some.");
            return;
        }

        foreach (var trending in page.Papers)
        {
            Write(trending, explain);
        }

        terminal.Out.WriteLine(terminal.Faint(string.Create(CultureInfo.InvariantCulture, $"{page.Papers.Count} shown of {page.Total:N0} with recent signals, best first.")));
    }

    private void Write(TrendingPaper trending, bool explain)
    {
        var rank = trending.Rank.ToString(CultureInfo.InvariantCulture).PadLeft(3);
        terminal.Out.WriteLine($"{rank}  {terminal.Bold(trending.Paper.Title)}");
        terminal.Out.WriteLine($"     {Authors(trending.Paper.Authors)}");
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"     {trending.Score:0.0}  {trending.Movement.ToString().ToLowerInvariant()}  {Line(trending.Series.Values)}"));
        terminal.Out.WriteLine(terminal.Faint($"     {PaperUrl.Of(trending.Paper) ?? $"winnow show {trending.Paper.Id}"}"));
        foreach (var term in explain ? trending.Terms : [])
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"     {term.Value,8:0.0}  {term.Sentence}"));
        }

        terminal.Out.WriteLine();
    }

    private static string Line(IReadOnlyList<double> values)
    {
        var most = values.DefaultIfEmpty(0).Max();
        return most <= 0 ? "" : string.Concat(values.Select(value => Bars[(int)Math.Min(Bars.Length - 1, value / most * Bars.Length)]));
    }

    private static string Authors(IReadOnlyList<Author> authors) => authors.Count switch
    {
        0 => "no authors given",
        <= AuthorsShown + 1 => string.Join(", ", authors.Select(author => author.Name)),
        _ => $"{string.Join(", ", authors.Take(AuthorsShown).Select(author => author.Name))} and {authors.Count - AuthorsShown} others",
    };
}
