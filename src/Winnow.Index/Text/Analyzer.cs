using System.Collections.Concurrent;

namespace Winnow.Index.Text;

/// <summary>Turns text into terms. Holds buffers and a cache of stems, so one thread at a time.</summary>
internal sealed class Analyzer
{
    /// <summary>Marks a name's exact form, which no word of a text can begin with.</summary>
    internal const char ExactMark = '\u0001';

    /// <summary>Marks the entry that tells how a joined compound was spelled: mark, joined form, separator, parts with blanks between.</summary>
    internal const char SpellingMark = '\u0002';
    internal const char SpellingSeparator = '\u0003';

    /// <summary>Positions between two lines of a names field.</summary>
    internal const int LineGap = 16;

    // Bounds the cache to some tens of megabytes on texts of endless distinct words.
    private const int CachedStems = 1 << 18;
    private const int MaxJoinedParts = 5;

    private static readonly ConcurrentDictionary<char, string> Initials = new();

    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _stemLookup;
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly Tokenizer _tokenizer = new();
    private readonly char[] _stemBuffer = new char[Tokenizer.MaxTokenLength * MaxJoinedParts];

    internal Analyzer() => _stemLookup = _stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends the terms of <paramref name="text"/>; starts ascend, and forms of one word share its position.</summary>
    /// <param name="forIndex">Whether to add the forms that only the index needs (<see cref="TermKind.Exact"/> of names, <see cref="TermKind.Spelling"/>).</param>
    /// <returns>The number of words.</returns>
    internal int Analyze(ReadOnlySpan<char> text, AnalysisKind kind, bool forIndex, List<Term> terms)
    {
        var names = kind == AnalysisKind.Names;
        _tokenizer.Tokenize(text, names);
        var tokens = _tokenizer.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var folded = _tokenizer.Folded(token);
            terms.Add(new Term(Stem(folded), token.Start, token.Length, token.Position));
            if (names && forIndex)
            {
                terms.Add(new Term(Exact(folded), token.Start, token.Length, token.Position, TermKind.Exact));
                terms.Add(new Term(InitialOf(folded), token.Start, token.Length, token.Position, TermKind.Exact));
            }

            if (token.Joins > 1)
            {
                AddJoined(i, forIndex, terms);
            }
        }

        return tokens.Count;
    }

    /// <summary>The exact forms alone, for a search in names fields.</summary>
    internal void AnalyzeExact(ReadOnlySpan<char> text, List<Term> terms)
    {
        _tokenizer.Tokenize(text, lineGaps: true);
        foreach (var token in _tokenizer.Tokens)
        {
            terms.Add(new Term(Exact(_tokenizer.Folded(token)), token.Start, token.Length, token.Position));
        }
    }

    /// <summary>The term that every name with this initial has, whether written out or not.</summary>
    internal static string InitialOf(ReadOnlySpan<char> folded) => Initials.GetOrAdd(folded[0], static initial => $"{ExactMark}{initial}.");

    /// <summary>The folded, unstemmed words, in order.</summary>
    internal List<string> Fold(ReadOnlySpan<char> text)
    {
        _tokenizer.Tokenize(text, lineGaps: false);
        var words = new List<string>();
        foreach (var token in _tokenizer.Tokens)
        {
            words.Add(_tokenizer.Folded(token).ToString());
        }

        return words;
    }

    /// <summary>The stem of one folded word.</summary>
    internal string Stem(ReadOnlySpan<char> folded)
    {
        if (_stemLookup.TryGetValue(folded, out var stem))
        {
            return stem;
        }

        var buffer = folded.Length <= _stemBuffer.Length ? _stemBuffer : new char[folded.Length];
        folded.CopyTo(buffer);
        var singular = Singular.OfAcronym(folded);
        stem = new string(buffer, 0, EnglishStemmer.Stem(buffer, singular));
        Bound(_stems)[folded.ToString()] = stem;
        return stem;
    }

    private void AddJoined(int first, bool forIndex, List<Term> terms)
    {
        var tokens = _tokenizer.Tokens;
        var count = Math.Min(tokens[first].Joins, MaxJoinedParts);
        var last = tokens[first + count - 1];
        Span<char> joined = stackalloc char[Tokenizer.MaxTokenLength * MaxJoinedParts];
        Span<char> spelled = stackalloc char[(Tokenizer.MaxTokenLength + 1) * MaxJoinedParts];
        var (length, spelledLength) = (0, 0);
        for (var i = first; i < first + count; i++)
        {
            var part = _tokenizer.Folded(tokens[i]);
            part.CopyTo(joined[length..]);
            length += part.Length;
            part.CopyTo(spelled[spelledLength..]);
            spelledLength += part.Length;
            spelled[spelledLength++] = ' ';
        }

        if (!joined[..length].ContainsAnyExceptInRange('0', '9'))
        {
            return;
        }

        var (start, span) = (tokens[first].Start, last.Start + last.Length - tokens[first].Start);
        var stem = Stem(joined[..length]);
        terms.Add(new Term(stem, start, span, tokens[first].Position, TermKind.Joined));
        if (forIndex)
        {
            terms.Add(new Term(Spelling(stem, spelled[..(spelledLength - 1)]), start, span, tokens[first].Position, TermKind.Spelling));
        }
    }

    private string Spelling(string joined, ReadOnlySpan<char> parts)
    {
        var lookup = _spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(parts, out var spelling))
        {
            spelling = $"{SpellingMark}{joined}{SpellingSeparator}{parts}";
            Bound(_spellings)[parts.ToString()] = spelling;
        }

        return spelling;
    }

    private string Exact(ReadOnlySpan<char> folded)
    {
        var lookup = _exact.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(folded, out var exact))
        {
            exact = $"{ExactMark}{folded}";
            Bound(_exact)[folded.ToString()] = exact;
        }

        return exact;
    }

    private static Dictionary<string, string> Bound(Dictionary<string, string> cache)
    {
        if (cache.Count >= CachedStems)
        {
            cache.Clear();
        }

        return cache;
    }
}
