using System.Globalization;
using Winnow.Trends.Signals;

namespace Winnow.Trends.Scoring;

/// <summary>Says in words and numbers what made a score: the values of all terms add up to it.</summary>
internal static class TrendExplanation
{
    internal static IReadOnlyList<TrendTerm> Of(IReadOnlyList<SignalSeries> series, UsualEvidence usual, TrendWindow window, DateTimeOffset now)
    {
        var terms = new List<TrendTerm>();
        foreach (var one in series)
        {
            var value = Worth(one, window, now);
            if (value >= 0.005)
            {
                terms.Add(new TrendTerm(Name(one), value, Sentence(one, value, window, now)));
            }
        }

        terms = [.. terms.OrderByDescending(term => term.Value).ThenBy(term => term.Name, StringComparer.Ordinal)];
        var field = series.Sum(one => Worth(one, window, now)) * (usual.Factor - 1);
        if (Math.Abs(field) >= 0.005)
        {
            terms.Add(new TrendTerm("field", field, Field(usual)));
        }

        return terms;
    }

    private static double Worth(SignalSeries series, TrendWindow window, DateTimeOffset now)
    {
        var time = window is TrendWindow.All ? 0 : Evidence.HalfLives(now, TrendFormula.HalfLife(window));
        return double.Exp2(Evidence.Projected(series, window) - time);
    }

    private static string Name(SignalSeries series)
    {
        var kind = series.Kind.ToString().ToLowerInvariant();
        return series.Source is { } source ? $"{kind}:{source}" : series.IsNewcomers ? $"{kind}:here:newcomers" : $"{kind}:here";
    }

    private static string Sentence(SignalSeries series, double value, TrendWindow window, DateTimeOffset now)
    {
        var total = series.Spans.Sum(span => span.Amount);
        var what = What(series, total);
        var recent = TrendFormula.Length(window) is { } length ? Sparkline.Within(series, now - length, now) : total;
        var when = window switch
        {
            TrendWindow.Day => $", {Number(recent)} of them in the last 24 hours",
            TrendWindow.Week => $", {Number(recent)} of them in the last 7 days",
            TrendWindow.Month => $", {Number(recent)} of them in the last 30 days",
            _ => "",
        };
        var growth = TrendFormula.Growth(series.Kind, series.SeenFor);
        var early = growth > 1.05 ? string.Create(CultureInfo.InvariantCulture, $" Last looked at {Number(series.SeenFor!.Value.TotalHours)} hours after it came up, when most votes are still to come: times {growth:0.00}.") : "";
        return $"{what}{when}: worth {Number(value)} now.{early}";
    }

    private static string What(SignalSeries series, double total)
    {
        var (one, many) = series.Kind switch
        {
            SignalKind.Vote or SignalKind.Upvote => ("vote", "votes"),
            SignalKind.Star => ("star", "stars"),
            SignalKind.Mention => ("comment", "comments"),
            SignalKind.Read => ("visit", "visits"),
            _ => ("citation", "citations"),
        };
        var noun = Math.Abs(total - 1) < 0.05 ? one : many;
        return series.Source is { } source
            ? $"{Number(total)} {noun} at {SourceNames.Of(source)}"
            : series.IsNewcomers
                ? $"Readers new here, who count a tenth each, gave what {Number(total)} {noun} are"
                : $"Readers known here gave what {Number(total)} whole {noun} are";
    }

    private static string Field(UsualEvidence usual) => string.Create(
        CultureInfo.InvariantCulture,
        $"Papers of {(usual.Field.Length > 0 ? usual.Field : "no field")} usually get {Number(usual.Evidence)}, all papers {Number(usual.Overall)}: times {usual.Factor:0.00}, so that fields compare.");

    private static string Number(double value) => value.ToString(value >= 10 || Math.Abs(value - Math.Round(value)) < 0.05 ? "#,0" : "0.0", CultureInfo.InvariantCulture);
}
