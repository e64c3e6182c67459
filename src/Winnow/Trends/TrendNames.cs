using Winnow.Search;

namespace Winnow.Trends;

/// <summary>Names by number, so that rows are small and quick to compare. Names are not forgotten: there are as many as categories and venues exist.</summary>
internal sealed class TrendNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    internal int Count => _names.Count;

    internal string this[int number] => _names[number];

    internal int Add(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers.Add(name, number = _names.Count);
            _names.Add(name);
        }

        return number;
    }

    /// <returns>-1 for an unknown name.</returns>
    internal int Find(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>The name itself and what it contains: <c>cs</c> has <c>cs.CL</c>.</summary>
    internal int[] WithPrefix(string name) =>
        [.. _names.Select((other, number) => (other, number)).Where(pair => IsWithin(pair.other, name)).Select(pair => pair.number)];

    internal IReadOnlyList<FacetCount> Facets(int[] counts, int limit) =>
    [
        .. counts.Select((papers, number) => new FacetCount(_names[number], papers))
            .Where(facet => facet.Papers > 0)
            .OrderByDescending(facet => facet.Papers).ThenBy(facet => facet.Value, StringComparer.Ordinal)
            .Take(limit),
    ];

    private static bool IsWithin(string category, string name) =>
        category.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (category.Length == name.Length || category[name.Length] == '.');
}
