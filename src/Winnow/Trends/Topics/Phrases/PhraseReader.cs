using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Phrases;

/// <summary>
/// Finds what may be a topic in a title and an abstract: runs of one to four tokens that look like a noun phrase, and names. Reused from paper to paper; what it
/// returned is valid until the next.
/// </summary>
internal sealed class PhraseReader
{
    private const int MostTokens = 4;

    /// <summary>Hyphens may make more words of four tokens, but a topic of more than these is a sentence.</summary>
    private const int MostWords = 6;

    /// <summary>Letters of a word that may be a topic alone.</summary>
    private const int ShortestWord = 8;

    private readonly TokenReader _reader = new();
    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<Abbreviation> _abbreviations = [];

    /// <summary>Acronyms that the text explains.</summary>
    internal IReadOnlyList<Abbreviation> Abbreviations => _abbreviations;

    /// <summary>Each phrase once, however often the text has it.</summary>
    internal IReadOnlyList<Phrase> Read(string title, string? text)
    {
        _phrases.Clear();
        _places.Clear();
        _abbreviations.Clear();
        // The abstract goes first: its capitals mean something, and a phrase is shown as it is written where it was seen first.
        _reader.Read(string.IsNullOrEmpty(text) ? title : $"{text}\n{title}");
        var titleAt = _reader.Text.Length - title.Length;
        var firstOfTitle = FirstFrom(titleAt);
        if (HasTitleCase(firstOfTitle))
        {
            _reader.IgnoreCapitalsFrom(firstOfTitle);
        }

        for (var first = 0; first < _reader.Tokens.Count; first++)
        {
            ReadFrom(first);
        }

        foreach (var token in _reader.InParentheses)
        {
            Abbreviated(token);
        }

        return _phrases;
    }

    /// <summary>The key of a name as a person types it; empty when it has no letters.</summary>
    internal string KeyOf(string name)
    {
        _reader.Read(name);
        return _reader.Tokens.Count == 0 ? "" : Key(0, _reader.Tokens[^1].LastWord);
    }

    /// <summary>Folded words parted by spaces, the last in the singular.</summary>
    internal string Key(Phrase phrase)
    {
        var (first, last) = (_reader.Tokens[phrase.First].FirstWord, _reader.Tokens[phrase.Last].LastWord);
        return Key(first, last);
    }

    /// <summary>As the text has it, without capitals that only a sentence's beginning or a title explains.</summary>
    internal string Surface(Phrase phrase)
    {
        var (start, end) = (_reader.Tokens[phrase.First].Start, _reader.Tokens[phrase.Last].End);
        return string.Create(end - start, (this, phrase, start), static (letters, state) =>
        {
            var (reader, phrase, start) = state;
            reader._reader.Text.AsSpan(start, letters.Length).CopyTo(letters);
            for (var i = phrase.First; i <= phrase.Last; i++)
            {
                var token = reader._reader.Tokens[i];
                if (token.CapitalMeansNothing && token.Letters != Letters.Inner)
                {
                    reader._reader.Text.AsSpan(token.Start, token.End - token.Start).ToLowerInvariant(letters[(token.Start - start)..]);
                }
            }
        });
    }

    private void ReadFrom(int first)
    {
        var tokens = _reader.Tokens;
        if (!MayBegin(tokens[first]))
        {
            return;
        }

        var (hash, words, linked) = (KeyHash.Empty, 0, false);
        for (var last = first; last < tokens.Count && last < first + MostTokens; last++)
        {
            var token = tokens[last];
            var link = IsLink(token);
            words += token.Words;
            if ((last > first && token.AfterBreak) || words > MostWords || (link ? linked : IsParting(token)))
            {
                return;
            }

            linked |= link;
            if (!link && MayEnd(token) && (last > first || MayStandAlone(token)))
            {
                Add(new Phrase(Complete(hash, token), first, last, IsNamed(first, last), IsEdge(first - 1, first), IsEdge(last + 1, last + 1)));
            }

            for (var w = token.FirstWord; w <= token.LastWord; w++)
            {
                hash = KeyHash.Append(hash, KeyHash.OfWord(_reader.Word(w)));
            }
        }
    }

    /// <summary>Whether what stands beside a phrase belongs to no phrase.</summary>
    /// <param name="beside">The token before or behind it, which need not exist.</param>
    /// <param name="later">The later of the two tokens: a break is marked there.</param>
    private bool IsEdge(int beside, int later) =>
        beside < 0 || beside >= _reader.Tokens.Count || _reader.Tokens[later].AfterBreak || IsParting(_reader.Tokens[beside]);

    private void Add(Phrase phrase)
    {
        if (_places.TryAdd(phrase.Hash, _phrases.Count))
        {
            _phrases.Add(phrase);
            return;
        }

        var place = _places[phrase.Hash];
        var first = _phrases[place];
        // Where it is written as a name, its spelling is.
        _phrases[place] = (phrase.Named && !first.Named ? phrase : first) with { Begins = first.Begins || phrase.Begins, Ends = first.Ends || phrase.Ends };
    }

    private ulong Complete(ulong hash, TextToken token)
    {
        for (var w = token.FirstWord; w < token.LastWord; w++)
        {
            hash = KeyHash.Append(hash, KeyHash.OfWord(_reader.Word(w)));
        }

        return KeyHash.Append(hash, KeyHash.OfWord(Singular(_reader.Word(token.LastWord), stackalloc char[64])));
    }

    private string Key(int firstWord, int lastWord)
    {
        var words = new string[lastWord - firstWord + 1];
        for (var w = firstWord; w < lastWord; w++)
        {
            words[w - firstWord] = _reader.Word(w).ToString();
        }

        words[^1] = Singular(_reader.Word(lastWord), stackalloc char[64]).ToString();
        return string.Join(' ', words);
    }

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word, Span<char> room)
    {
        var length = PhraseWords.SingularLength(word, out var endsInY);
        if (!endsInY || length + 1 > room.Length)
        {
            return word[..length];
        }

        word[..length].CopyTo(room);
        room[length] = 'y';
        return room[..(length + 1)].ToArray();
    }

    private bool IsLink(TextToken token) => token.Words == 1 && !token.AfterBreak && _reader.Word(token.FirstWord) is "of";

    private bool IsParting(TextToken token)
    {
        if (token.Letters == Letters.Number || token.Words > MostWords)
        {
            return true;
        }

        var word = _reader.Word(token.FirstWord);
        if (token.Words > 1)
        {
            return PhraseWords.PartingWords.Contains(_reader.Folded(token));
        }

        return word.Length == 1 || (token.Letters != Letters.Inner
            && (PhraseWords.PartingWords.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("family" or "assembly" or "anomaly" or "supply"))));
    }

    private bool MayBegin(TextToken token) => !IsParting(token);

    private bool MayEnd(TextToken token) =>
        token.Letters == Letters.Inner || (token.Letters != Letters.Measure && PhraseWords.MayEnd(_reader.Word(token.LastWord), token.Words > 1));

    /// <summary>Alone, only a name, or a word that looks like a term of art: unlearning, quantization, chain-of-thought.</summary>
    private bool MayStandAlone(TextToken token)
    {
        if (token.Letters == Letters.Inner || token.Words > 2 || (token.Letters == Letters.Title && !token.CapitalMeansNothing))
        {
            return true;
        }

        var word = _reader.Word(token.LastWord);
        return token.Words + word.Length >= ShortestWord && PhraseWords.LooksLikeTerm(word) && !PhraseWords.GeneralWords.Contains(_reader.Folded(token));
    }

    private bool IsNamed(int first, int last)
    {
        var capitals = true;
        for (var i = first; i <= last; i++)
        {
            var token = _reader.Tokens[i];
            if (token.Letters == Letters.Inner)
            {
                return true;
            }

            capitals &= IsLink(token) || (token.Letters == Letters.Title && !token.CapitalMeansNothing);
        }

        return capitals;
    }

    /// <summary>Walks back from an acronym over the words whose initials it is made of.</summary>
    private void Abbreviated(int number)
    {
        var token = _reader.Tokens[number];
        var initials = Initials(token);
        if (token.Letters != Letters.Inner || initials.Length is < 2 or > 8 || number == 0)
        {
            return;
        }

        var word = token.FirstWord - 1;
        var last = word;
        for (var i = initials.Length - 1; i >= 0; i--)
        {
            while (word >= 0 && _reader.Word(word)[0] != initials[i] && _reader.Word(word) is "of" or "and" or "for" or "the" or "with" or "in" or "to" or "on" or "from")
            {
                word--;
            }

            if (word < 0 || _reader.Word(word)[0] != initials[i])
            {
                return;
            }

            word--;
        }

        _abbreviations.Add(new Abbreviation(Key(token.FirstWord, token.LastWord), Key(word + 1, last)));
    }

    private string Initials(TextToken token)
    {
        var letters = _reader.Text.AsSpan(token.Start, token.End - token.Start);
        var capitals = new char[letters.Length];
        var count = 0;
        foreach (var letter in letters)
        {
            if (char.IsUpper(letter))
            {
                capitals[count++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(capitals, 0, count);
    }

    private int FirstFrom(int position)
    {
        var first = 0;
        while (first < _reader.Tokens.Count && _reader.Tokens[first].Start < position)
        {
            first++;
        }

        return first;
    }

    private bool HasTitleCase(int first)
    {
        var (capitals, small) = (0, 0);
        for (var i = first; i < _reader.Tokens.Count; i++)
        {
            capitals += _reader.Tokens[i].Letters == Letters.Title ? 1 : 0;
            small += _reader.Tokens[i].Letters == Letters.Small && !IsParting(_reader.Tokens[i]) ? 1 : 0;
        }

        return capitals > small;
    }
}
