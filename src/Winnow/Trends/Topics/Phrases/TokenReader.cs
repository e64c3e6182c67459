namespace Winnow.Trends.Topics.Phrases;

/// <summary>Cuts a text into tokens and words. Reused from text to text, so that reading allocates next to nothing.</summary>
internal sealed class TokenReader
{
    /// <summary>A formula is skipped; a dollar sign without a partner this near is money.</summary>
    private const int LongestFormula = 300;

    private readonly List<TextToken> _tokens = [];
    private readonly List<(int Start, int End)> _words = [];
    private readonly List<int> _opened = [];
    private char[] _folded = [];
    private bool _broken;
    private bool _sentence;

    internal string Text { get; private set; } = "";

    internal IReadOnlyList<TextToken> Tokens => _tokens;

    /// <summary>Numbers of tokens that stand alone between parentheses: what may abbreviate the words before.</summary>
    internal IReadOnlyList<int> InParentheses => _opened;

    internal ReadOnlySpan<char> Word(int number) => _folded.AsSpan(_words[number].Start.._words[number].End);

    internal ReadOnlySpan<char> Folded(TextToken token) => _folded.AsSpan(token.Start..token.End);

    internal void Read(string text)
    {
        Text = text;
        _tokens.Clear();
        _words.Clear();
        _opened.Clear();
        if (_folded.Length < text.Length)
        {
            _folded = new char[text.Length * 2];
        }

        text.AsSpan().ToLowerInvariant(_folded);
        (_broken, _sentence) = (true, true);
        for (var at = 0; at < text.Length;)
        {
            at = char.IsLetterOrDigit(text[at]) ? ReadToken(at) : ReadBetween(at);
        }
    }

    /// <summary>Forgets what the capitals of the tokens from this one on say.</summary>
    internal void IgnoreCapitalsFrom(int first)
    {
        for (var i = first; i < _tokens.Count; i++)
        {
            _tokens[i] = _tokens[i] with { CapitalMeansNothing = true };
        }
    }

    private int ReadBetween(int at)
    {
        switch (Text[at])
        {
            case ' ' or '\t' or '*' or '`' or '{' or '}' or '~':
                return at + 1;
            case '.' or '!' or '?' or '\n' or ':':
                (_broken, _sentence) = (true, true);
                return at + 1;
            case '$':
                _broken = true;
                var partner = Text.AsSpan(at + 1, Math.Min(LongestFormula, Text.Length - at - 1)).IndexOf('$');
                return at + 1 + (partner < 0 ? 0 : partner + 1);
            case '\\':
                do
                {
                    at++;
                }
                while (at < Text.Length && char.IsAsciiLetter(Text[at]));
                return at;
            default:
                _broken = true;
                return at + 1;
        }
    }

    private int ReadToken(int start)
    {
        if (IsAddress(start))
        {
            var length = Text.AsSpan(start).IndexOfAny(" \n\t");
            _broken = true;
            return length < 0 ? Text.Length : start + length;
        }

        var end = start;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Joins(end)))
        {
            end++;
        }

        Add(start, end);
        (_broken, _sentence) = (false, false);
        // What a possessive's word is followed by is another thing: "Shapley's value".
        if (end + 1 < Text.Length && Text[end] is '\'' or '’' && char.IsLetter(Text[end + 1]))
        {
            _broken = true;
            end += 2;
            while (end < Text.Length && char.IsLetter(Text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private void Add(int start, int end)
    {
        var first = _words.Count;
        var word = start;
        for (var i = start; i <= end; i++)
        {
            if (i == end || (!char.IsLetterOrDigit(Text[i]) && Text[i] != '.'))
            {
                if (i > word)
                {
                    _words.Add((word, i));
                }

                word = i + 1;
            }
        }

        var letters = LettersOf(first);
        if (start > 0 && Text[start - 1] == '(' && end < Text.Length && Text[end] == ')')
        {
            _opened.Add(_tokens.Count);
        }

        _tokens.Add(new TextToken(start, end, first, _words.Count - 1, letters, _broken, _sentence));
    }

    private bool IsAddress(int start)
    {
        var rest = Text.AsSpan(start);
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("github.com", StringComparison.OrdinalIgnoreCase);
    }

    private bool Joins(int at)
    {
        if (at + 1 >= Text.Length || !char.IsLetterOrDigit(Text[at + 1]))
        {
            return false;
        }

        return Text[at] switch
        {
            '-' or '\u2010' or '\u2011' or '\u2013' => true,
            '.' => char.IsAsciiDigit(Text[at + 1]) && char.IsLetterOrDigit(Text[at - 1]),
            _ => false,
        };
    }

    private Letters LettersOf(int firstWord)
    {
        var (letters, digits, title) = (0, 0, false);
        var inner = false;
        for (var w = firstWord; w < _words.Count; w++)
        {
            var (start, end) = _words[w];
            var (own, ownDigits) = (0, 0);
            for (var i = start; i < end; i++)
            {
                inner |= i > start && char.IsUpper(Text[i]);
                own += char.IsLetter(Text[i]) ? 1 : 0;
                ownDigits += char.IsDigit(Text[i]) ? 1 : 0;
            }

            title |= w == firstWord && char.IsUpper(Text[start]);
            inner |= own > 0 && ownDigits > 0 && !char.IsDigit(Text[start]);
            (letters, digits) = (letters + own, digits + ownDigits);
        }

        return letters == 0 ? Letters.Number
            : digits > 0 && letters <= 2 && char.IsDigit(Text[_words[firstWord].Start]) ? Letters.Measure
            : inner ? Letters.Inner
            : title && digits > 0 ? Letters.Inner
            : title ? Letters.Title
            : Letters.Small;
    }
}
