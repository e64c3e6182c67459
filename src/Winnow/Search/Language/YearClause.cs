using System.Globalization;

namespace Winnow.Search.Language;

/// <summary>The years of publication that are wanted, as in <c>year:2019..2023</c>; at least one end is given.</summary>
/// <param name="From">The first year, or null for no lower end.</param>
/// <param name="To">The last year, or null for no upper end.</param>
public sealed record YearClause(int? From, int? To, bool Excluded = false) : QueryClause(Excluded)
{
    private protected override string Body => From == To
        ? string.Create(CultureInfo.InvariantCulture, $"year:{From}")
        : string.Create(CultureInfo.InvariantCulture, $"year:{From}..{To}");
}
