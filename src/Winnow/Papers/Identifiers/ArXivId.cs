using System.Globalization;
using System.Text.RegularExpressions;

namespace Winnow.Papers.Identifiers;

/// <summary>
/// The two styles of arXiv id. Since April 2007 <c>YYMM.NNNN</c>, with five digits after the point since 2015; before that <c>archive/YYMMNNN</c>, whose
/// subject class (<c>math.GT/0309136</c>) arXiv itself treats as decoration. Source: arXiv's "Understanding the arXiv identifier".
/// </summary>
internal static partial class ArXivId
{
    private static readonly HashSet<string> Archives = new(StringComparer.Ordinal)
    {
        "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn", "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs",
        "dg-ga", "funct-an", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th", "patt-sol",
        "physics", "plasm-ph", "q-alg", "q-bio", "quant-ph", "solv-int", "stat", "supr-con",
    };

    /// <summary>Reads a bare id. <paramref name="id"/> comes without version and without subject class.</summary>
    /// <param name="text">Nothing but the id.</param>
    /// <param name="id">The canonical id.</param>
    /// <param name="version">1 for v1; 0 when the text names none.</param>
    internal static bool TryParse(string text, out string id, out int version)
    {
        id = "";
        version = 0;
        if (NewStyle().Match(text) is { Success: true } recent)
        {
            var month = Month(recent.Groups["yymm"].ValueSpan);
            var digits = recent.Groups["number"].Length;
            if (month is < 200704 or >= 209100 || digits != (month < 201501 ? 4 : 5))
                return false;

            id = recent.Groups["id"].Value;
            version = Version(recent);
            return true;
        }

        if (OldStyle().Match(text) is { Success: true } old)
        {
            var archive = old.Groups["archive"].Value.ToLowerInvariant();
            if (Month(old.Groups["yymm"].ValueSpan) is not (>= 199107 and <= 200703) || !Archives.Contains(archive))
                return false;

            id = $"{archive}/{old.Groups["yymm"].ValueSpan}{old.Groups["number"].ValueSpan}";
            version = Version(old);
            return true;
        }

        return false;
    }

    /// <summary>The month as YYYYMM, with two-digit years from 1991 to 2090; 0 when there is no such month.</summary>
    private static int Month(ReadOnlySpan<char> yymm)
    {
        var year = int.Parse(yymm[..2], CultureInfo.InvariantCulture);
        var month = int.Parse(yymm[2..], CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 ? ((year >= 91 ? 1900 : 2000) + year) * 100 + month : 0;
    }

    private static int Version(Match match) =>
        match.Groups["version"] is { Success: true } version ? int.Parse(version.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?<id>(?<yymm>[0-9]{4})\.(?<number>[0-9]{4,5}))(?:[vV](?<version>[1-9][0-9]{0,2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NewStyle();

    [GeneratedRegex(@"\A(?<archive>[a-zA-Z]{2,8}(?:-[a-zA-Z]{2,4})?)(?:\.[a-zA-Z]{2}|\.[a-z]{2,4}-[a-z]{2,5})?/(?<yymm>[0-9]{4})(?<number>[0-9]{3})(?:[vV](?<version>[1-9][0-9]{0,2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OldStyle();
}
