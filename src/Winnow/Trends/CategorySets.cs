namespace Winnow.Trends;

/// <summary>
/// The combinations of categories that papers have, by number: a pass over all papers reads one number a paper and follows no reference, and a library has a few
/// thousand combinations however many papers it has. Combinations are not forgotten.
/// </summary>
internal sealed class CategorySets
{
    private readonly TrendNames _names = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> _members = [];

    internal int Count => _members.Count;

    internal int Add(IReadOnlyList<string> categories)
    {
        var key = string.Join('\n', categories);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _members.Count);
            _members.Add([.. categories.Select(_names.Add).Distinct()]);
        }

        return number;
    }

    /// <summary>For each combination whether it has the category, or one within it: <c>cs</c> has <c>cs.CL</c>.</summary>
    internal bool[] With(string category)
    {
        var wanted = _names.WithPrefix(category).ToHashSet();
        return [.. _members.Select(members => members.Any(wanted.Contains))];
    }

    /// <summary>Categories with their papers, most first, from the papers of each combination.</summary>
    internal IReadOnlyList<Search.FacetCount> Facets(int[] papers, int limit)
    {
        var counts = new int[_names.Count];
        for (var set = 0; set < papers.Length; set++)
        {
            foreach (var category in papers[set] > 0 ? _members[set] : [])
            {
                counts[category] += papers[set];
            }
        }

        return _names.Facets(counts, limit);
    }
}
