using System.Globalization;
using System.Text.RegularExpressions;

namespace Winnow.Embeddings.Remote;

/// <summary>A bound on what an endpoint is asked for.</summary>
/// <param name="Most">Tokens or texts.</param>
/// <param name="InTokens">Whether tokens are counted rather than texts.</param>
/// <param name="Monthly">Whether it is for a calendar month rather than a day, both in UTC.</param>
public sealed partial record RemoteBudget(long Most, bool InTokens, bool Monthly)
{
    public const string Form = "a number with 'texts' or 'tokens' and 'day' or 'month', such as 2000000tokens/month";

    /// <summary>Reads <c>2000000tokens/month</c>, <c>500 texts/day</c>.</summary>
    public static bool TryParse(string text, out RemoteBudget budget)
    {
        budget = new RemoteBudget(0, false, false);
        var match = Written().Match(text);
        if (!match.Success || !long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most == 0) return false;
        budget = new RemoteBudget(most, match.Groups[2].Value is "token" or "tokens", match.Groups[3].Value == "month");
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Most}{(InTokens ? "tokens" : "texts")}/{(Monthly ? "month" : "day")}");

    /// <summary>The period that a moment lies in, as <c>2026-11</c> or <c>2026-11-25</c>.</summary>
    internal string PeriodOf(DateTimeOffset moment) => moment.UtcDateTime.ToString(Monthly ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When the period of a moment ends.</summary>
    internal DateTimeOffset EndOf(DateTimeOffset moment)
    {
        var day = new DateTimeOffset(moment.UtcDateTime.Date, TimeSpan.Zero);
        return Monthly ? day.AddDays(1 - day.Day).AddMonths(1) : day.AddDays(1);
    }

    [GeneratedRegex("^ *([0-9]{1,15}) *(texts?|tokens?) */ *(day|month) *$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
