using System.Text;
using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Makes a vocabulary from a corpus: its most frequent words, the endings that rarer words need behind those, and the pairs of words that
/// stand together more often than their counts explain.
/// </summary>
internal sealed class VocabularyBuilder(IReadOnlyList<PaperText> papers, int words, int endings, int pairs)
{
    // Pairs with one of the commonest words ("of the") are grammar.
    private const int CommonestWords = 160;
    // In bits: "deep learning" has about 5, "new method" about 1.
    private const double LeastInformation = 2.5;
    private const int LeastPairCount = 40;

    public Vocabulary Build()
    {
        var counts = CountWords();
        var ordered = counts.Where(pair => pair.Value >= 3).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var pieces = Letters(ordered.Take(words)).Concat(ordered.Select(pair => pair.Key).Where(word => word.Length > 1).Take(words)).Distinct().ToList();
        pieces.AddRange(Endings(pieces, ordered.Skip(words)));
        return WithPairs(pieces);
    }

    private Dictionary<string, long> CountWords()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<byte> buffer = stackalloc byte[WordReader.BufferSize];
        Span<char> word = stackalloc char[WordReader.BufferSize];
        foreach (var paper in papers)
        {
            foreach (var text in (ReadOnlySpan<string>)[paper.Title, paper.Abstract])
            {
                for (var reader = new WordReader(text, buffer); reader.Read();)
                {
                    var length = Encoding.UTF8.GetChars(reader.Word, word);
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, word[..length], out _)++;
                }
            }
        }

        return counts;
    }

    // Every letter that the words use, as a start and as a rest, so that no word of the same alphabet is left out.
    private static IEnumerable<string> Letters(IEnumerable<KeyValuePair<string, long>> words)
    {
        var letters = words.SelectMany(pair => pair.Key).Where(letter => letter < 0x250 || letter is >= 'α' and <= 'ω')
            .Concat("abcdefghijklmnopqrstuvwxyz0123456789").Distinct().Order().Select(letter => letter.ToString()).ToList();
        return letters.Concat(letters.Select(letter => PieceTable.ContinuationMark + letter));
    }

    // What rarer words leave behind their longest known beginning, the most frequent first.
    private IEnumerable<string> Endings(List<string> pieces, IEnumerable<KeyValuePair<string, long>> rare)
    {
        var known = pieces.ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (word, count) in rare)
        {
            for (var length = word.Length - 1; length > 2; length--)
            {
                if (!known.Contains(word[..length])) continue;
                var ending = PieceTable.ContinuationMark + word[length..];
                if (!known.Contains(ending)) counts[ending] = counts.GetValueOrDefault(ending) + count;
                break;
            }
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(endings).Select(pair => pair.Key);
    }

    private Vocabulary WithPairs(List<string> pieces)
    {
        var tokenizer = new PieceTokenizer(new PieceTable(pieces), new PairTable([], 0));
        var counts = new long[pieces.Count];
        var pairCounts = new Dictionary<(int First, int Second), long>();
        var ids = new int[PieceTokenizer.MostIds(8000)];
        long total = 0;
        foreach (var text in papers.SelectMany(paper => new[] { paper.Title, paper.Abstract }))
        {
            var found = tokenizer.Tokenize(text, ids);
            total += found;
            for (var i = 0; i < found; i++) counts[ids[i]]++;
        }

        var common = counts.Select((count, id) => (count, id)).OrderByDescending(pair => pair.count).Take(CommonestWords).Select(pair => pair.id).ToHashSet();
        foreach (var text in papers.SelectMany(paper => new[] { paper.Title, paper.Abstract })) CountPairs(text, tokenizer, ids, common, pairCounts);
        var chosen = pairCounts
            .Where(pair => pair.Value >= LeastPairCount
                && Math.Log2((double)pair.Value * total / ((double)counts[pair.Key.First] * counts[pair.Key.Second])) >= LeastInformation)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(pairs).ToList();
        return new Vocabulary(pieces, chosen.ConvertAll(pair => pair.Key), [.. counts, .. chosen.Select(pair => pair.Value)]);
    }

    private static void CountPairs(
        string text, PieceTokenizer tokenizer, int[] ids, HashSet<int> common, Dictionary<(int First, int Second), long> counts)
    {
        Span<byte> buffer = stackalloc byte[WordReader.BufferSize];
        Span<char> word = stackalloc char[WordReader.BufferSize];
        var before = PieceTable.Missing;
        for (var reader = new WordReader(text, buffer); reader.Read();)
        {
            var length = Encoding.UTF8.GetChars(reader.Word, word);
            var whole = tokenizer.Tokenize(word[..length], ids) == 1 && length > 1 && !common.Contains(ids[0]) ? ids[0] : PieceTable.Missing;
            if (whole != PieceTable.Missing && before != PieceTable.Missing && reader.FollowsClosely)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (before, whole), out _)++;
            before = whole;
        }
    }
}
