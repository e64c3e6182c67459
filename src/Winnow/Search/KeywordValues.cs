using Winnow.Index;

namespace Winnow.Search;

/// <summary>The values that a keyword field has in one commit of the index; finds those that a person may have meant.</summary>
internal sealed class KeywordValues(SearchIndex index, long generation)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = [];

    internal long Generation { get; } = generation;

    internal bool Reads(SearchIndex other) => ReferenceEquals(index, other);

    /// <summary>
    /// The values equal to what was typed, case ignored; else those in which it stands at the beginning of a word, so that <c>cs</c> means each of
    /// computer science's categories; empty when there are none.
    /// </summary>
    internal IReadOnlyList<string> Meant(string field, string typed)
    {
        var values = All(field);
        var equal = values.Where(value => value.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return equal.Count > 0 ? equal : [.. values.Where(value => BeginsWord(value, typed))];
    }

    private static bool BeginsWord(string value, string typed)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (at == 0 || !char.IsLetterOrDigit(value[at - 1]))
            {
                return true;
            }
        }

        return false;

        int Next(int from) => value.IndexOf(typed, from, StringComparison.OrdinalIgnoreCase);
    }

    private IReadOnlyList<string> All(string field)
    {
        lock (_values)
        {
            if (!_values.TryGetValue(field, out var values))
            {
                var everything = index.Search(new EverythingQuery(), new SearchOptions { Limit = 0, Facets = [new FacetRequest(field, int.MaxValue)] });
                values = [.. everything.Facets.GetValueOrDefault(field, []).Select(facet => facet.Value)];
                _values[field] = values;
            }

            return values;
        }
    }
}
