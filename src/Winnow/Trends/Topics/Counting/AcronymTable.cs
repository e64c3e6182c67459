using Winnow.Trends.Topics.Phrases;

namespace Winnow.Trends.Topics.Counting;

/// <summary>What acronyms stand for, learned from papers that say so, in bounded memory.</summary>
internal sealed class AcronymTable
{
    private const int MostAcronyms = 20_000;
    private const int MostExpansions = 4;

    /// <summary>An acronym is taken for an expansion if it stands for it in this share of the papers that explain it: RAG does, and AE does not.</summary>
    private const double Majority = 0.6;

    private readonly Dictionary<string, List<(string Expansion, int Papers)>> _acronyms = new(StringComparer.Ordinal);

    internal IEnumerable<(string Acronym, string Expansion, int Papers)> All =>
        _acronyms.SelectMany(pair => pair.Value.Select(expansion => (pair.Key, expansion.Expansion, expansion.Papers)));

    internal void Add(Abbreviation said, int papers = 1)
    {
        if (!_acronyms.TryGetValue(said.Acronym, out var expansions))
        {
            if (_acronyms.Count >= MostAcronyms)
            {
                Prune();
            }

            _acronyms[said.Acronym] = expansions = new(1);
        }

        var place = expansions.FindIndex(expansion => expansion.Expansion == said.Expansion);
        if (place >= 0)
        {
            expansions[place] = (said.Expansion, expansions[place].Papers + papers);
        }
        else if (expansions.Count < MostExpansions)
        {
            expansions.Add((said.Expansion, papers));
        }
        else
        {
            // Misra and Gries: what most say outlives what few do.
            expansions.Sort((a, b) => b.Papers.CompareTo(a.Papers));
            expansions[^1] = expansions[^1].Papers > 1 ? (expansions[^1].Expansion, expansions[^1].Papers - 1) : (said.Expansion, papers);
        }
    }

    /// <summary>The words that an acronym mostly stands for; null when papers disagree, or only one explains it.</summary>
    internal string? ExpansionOf(string acronym)
    {
        if (!_acronyms.TryGetValue(acronym, out var expansions))
        {
            return null;
        }

        var (best, papers) = expansions.MaxBy(expansion => expansion.Papers);
        return papers >= 2 && papers >= Majority * expansions.Sum(expansion => expansion.Papers) ? best : null;
    }

    /// <summary>Forgets the acronyms that the fewest papers explain: most are one paper's own name for its method.</summary>
    private void Prune()
    {
        for (var fewest = 1; _acronyms.Count > MostAcronyms * 3 / 4; fewest++)
        {
            foreach (var acronym in _acronyms.Where(pair => pair.Value.Sum(expansion => expansion.Papers) <= fewest).Select(pair => pair.Key).ToList())
            {
                _acronyms.Remove(acronym);
            }
        }
    }
}
