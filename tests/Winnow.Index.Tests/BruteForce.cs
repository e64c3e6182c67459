using Winnow.Index.Text;

namespace Winnow.Index.Tests;

/// <summary>The engine's twin: BM25F over all documents, straight from the published formula, with no index at all.</summary>
internal sealed class BruteForce(IndexSchema schema)
{
    private const double K1 = 1.2;
    private readonly SortedDictionary<long, IndexDocument> _documents = [];

    internal IEnumerable<long> Ids => _documents.Keys;

    internal void Add(IndexDocument document) => _documents[document.Id] = document;

    internal void Delete(long id) => _documents.Remove(id);

    /// <summary>All scored documents, best first, ties by id.</summary>
    internal List<(long Id, double Score)> Rank(string query, Func<IndexDocument, bool>? filter = null)
    {
        var tables = Tables();
        var averages = schema.Texts.Select((_, f) => tables.Values.Average(table => (double)Rounded(table[f].Count))).ToArray();
        var words = Terms(query).GroupBy(word => word).ToList();
        var idf = words.ToDictionary(word => word.Key, word => Idf(word.Key, tables));
        return [.. tables.Where(entry => filter?.Invoke(_documents[entry.Key]) ?? true)
            .Select(entry => (Id: entry.Key, Score: Score(entry.Value, words, averages, idf)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id)];
    }

    /// <summary>Documents with at least half of the idf mass of the query's words.</summary>
    internal List<IndexDocument> Match(string query, Func<IndexDocument, bool>? filter = null)
    {
        var tables = Tables();
        var words = Terms(query).Distinct().Where(word => Frequency(word, tables) > 0).ToList();
        var telling = words.Where(word => Frequency(word, tables) <= tables.Count * 0.25).ToList();
        telling = telling.Count > 0 ? telling : words;
        var mass = telling.ToDictionary(word => word, word => (int)(Idf(word, tables) * 1024));
        var half = (mass.Values.Sum(value => (long)value) + 1) / 2;
        return half == 0 ? [] : [.. _documents.Values.Where(document => (filter?.Invoke(document) ?? true)
            && telling.Sum(word => Counts(tables[document.Id], word).Any(count => count > 0) ? (long)mass[word] : 0) >= half)];
    }

    private static List<string> Terms(string text) => [.. SearchIndex.Analyze(text).Where(term => term.Kind == TermKind.Word).Select(term => term.Value)];

    private Dictionary<long, List<string>[]> Tables() => _documents.ToDictionary(
        pair => pair.Key, pair => schema.Texts.Select(field => Terms(pair.Value.Texts.GetValueOrDefault(field.Name, ""))).ToArray());

    private static int[] Counts(List<string>[] fields, string word) => [.. fields.Select(field => field.Count(term => term == word))];

    private static int Frequency(string word, Dictionary<long, List<string>[]> tables) => tables.Values.Count(fields => fields.Any(field => field.Contains(word)));

    private static float Idf(string word, Dictionary<long, List<string>[]> tables)
    {
        var frequency = Frequency(word, tables);
        return (float)Math.Log(1 + ((tables.Count - frequency + 0.5) / (frequency + 0.5)));
    }

    private static int Rounded(int length) => length < 64 ? length
        : Enumerable.Range(0, 192).Select(i => (int)(64 * Math.Pow(2, i / 16.0))).Last(step => step <= length);

    private double Score(List<string>[] fields, IEnumerable<IGrouping<string, string>> query, double[] averages, Dictionary<string, float> idf)
    {
        return query.Sum(word =>
        {
            var counts = Counts(fields, word.Key);
            var frequency = schema.Texts.Select((field, f) => counts[f] == 0 ? 0 : field.Weight * Math.Min(counts[f], (1 << field.FrequencyBits) - 1)
                / (1 - field.LengthNormalisation + (field.LengthNormalisation * Rounded(fields[f].Count) / averages[f]))).Sum();
            return word.Count() * idf[word.Key] * (K1 + 1) * frequency / (K1 + frequency);
        });
    }
}
