namespace Winnow.Index.Text;

/// <summary>
/// Cuts text into words. A word is a run of letters, digits and marks; "C++", "C#", "2.0" and "don't" stay whole, a possessive s is dropped, parts joined by
/// hyphens form a compound, a lone Greek letter is spelled out and its own part, a CJK character is a word that forms compounds of two with its neighbour,
/// and a TeX command is a Greek letter's name or nothing. Any UTF-16 is accepted; lone surrogates separate words.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>A word's further characters are read and ignored: nobody searches for them.</summary>
    internal const int MaxTokenLength = 64;

    private readonly List<Token> _tokens = [];
    private char[] _folded = new char[4096];
    private int _foldedLength;
    private int _position;
    private int _compoundStart;
    private bool _previousCjk;

    internal List<Token> Tokens => _tokens;

    internal ReadOnlySpan<char> Folded(Token token) => _folded.AsSpan(token.FoldedStart, token.FoldedLength);

    /// <param name="lineGaps">Whether a line feed keeps phrases apart.</param>
    internal void Tokenize(ReadOnlySpan<char> text, bool lineGaps)
    {
        _tokens.Clear();
        (_foldedLength, _position, _compoundStart, _previousCjk) = (0, 0, -1, false);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c < 128 ? char.IsAsciiLetterOrDigit(c) : CharacterFolding.FoldAt(text, i, out _).Length > 0)
            {
                i = ReadWord(text, i);
                continue;
            }

            if (c == '\\')
            {
                i = SkipTexCommand(text, i);
                continue;
            }

            if (!(IsHyphen(c) && i > 0 && _tokens.Count > 0 && _tokens[^1].Start + _tokens[^1].Length == i))
            {
                EndCompound();
            }

            _position += lineGaps && c == '\n' ? Analyzer.LineGap : 0;
            i++;
        }

        EndCompound();
    }

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2013';

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    /// <summary>A combining mark or a soft hyphen belongs to the word around it and folds to nothing.</summary>
    private static bool IsSilent(char c) => c == '\u00AD'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;

    private int ReadWord(ReadOnlySpan<char> text, int start)
    {
        var foldedStart = _foldedLength;
        var i = start;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                Append(char.ToLowerInvariant(c), foldedStart);
                i++;
                continue;
            }

            if (c < 128)
            {
                if (!ContinuesWord(text, i, foldedStart))
                {
                    break;
                }

                i = ReadPunctuationInside(text, i, foldedStart);
                continue;
            }

            if (IsApostrophe(c) && ContinuesWord(text, i, foldedStart))
            {
                i = ReadPunctuationInside(text, i, foldedStart);
                continue;
            }

            var part = CharacterFolding.FoldAt(text, i, out var width);
            if (part.Length == 0 ? !IsSilent(c) : StandsAlone(text, i, width, part))
            {
                break;
            }

            foreach (var folded in part)
            {
                Append(folded, foldedStart);
            }

            i += width;
        }

        return i == start ? ReadAlone(text, start) : EndWord(text, start, i, foldedStart);
    }

    /// <summary>Whether an apostrophe or a decimal point stands between characters of one word.</summary>
    private bool ContinuesWord(ReadOnlySpan<char> text, int at, int foldedStart)
    {
        if (at + 1 >= text.Length || _foldedLength == foldedStart)
        {
            return false;
        }

        return IsApostrophe(text[at])
            ? char.IsLetter(text[at + 1]) && char.IsLetter(_folded[_foldedLength - 1])
            : text[at] == '.' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(_folded[_foldedLength - 1]);
    }

    private int ReadPunctuationInside(ReadOnlySpan<char> text, int at, int foldedStart)
    {
        if (text[at] == '.')
        {
            Append('.', foldedStart);
            return at + 1;
        }

        var possessive = text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));
        return at + (possessive ? 2 : 1);
    }

    /// <summary>A CJK character, or a Greek letter whose neighbours are not Greek.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, int at, int width, string folded)
    {
        var codePoint = width == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        if (CharacterFolding.IsCjk(codePoint))
        {
            return true;
        }

        return CharacterFolding.TryNameGreek(folded, out _) && !GreekAt(text, at - 1) && !GreekAt(text, at + width);
    }

    private static bool GreekAt(ReadOnlySpan<char> text, int at) =>
        (uint)at < (uint)text.Length && !char.IsSurrogate(text[at]) && CharacterFolding.FoldAt(text, at, out _) is { Length: 1 } folded && CharacterFolding.IsGreek(folded[0]);

    private int ReadAlone(ReadOnlySpan<char> text, int start)
    {
        var foldedStart = _foldedLength;
        var part = CharacterFolding.FoldAt(text, start, out var width);
        var greek = CharacterFolding.TryNameGreek(part, out var name);
        foreach (var c in greek ? name : part)
        {
            Append(c, foldedStart);
        }

        // Marks on the letter belong to it, as in "x̂".
        var end = start + width;
        while (end < text.Length && IsSilent(text[end]))
        {
            end++;
        }

        if (greek)
        {
            AddToken(start, end, foldedStart, cjk: false);
            return end;
        }

        if (!_previousCjk || _tokens[^1].Start + _tokens[^1].Length != start)
        {
            EndCompound();
        }

        AddToken(start, end, foldedStart, cjk: true);
        return end;
    }

    private int EndWord(ReadOnlySpan<char> text, int start, int end, int foldedStart)
    {
        var length = _foldedLength - foldedStart;
        if (length == 0)
        {
            return end;
        }

        if (length <= 3 && end < text.Length && char.IsAsciiLetter(text[end - 1]))
        {
            if (text[end] == '#' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
            {
                Append('#', foldedStart);
                end++;
            }
            else if (text[end..].StartsWith("++", StringComparison.Ordinal))
            {
                Append('+', foldedStart);
                Append('+', foldedStart);
                end += 2;
            }
        }

        AddToken(start, end, foldedStart, cjk: false);
        return end;
    }

    private void AddToken(int start, int end, int foldedStart, bool cjk)
    {
        if (_previousCjk != cjk)
        {
            EndCompound();
        }

        _previousCjk = cjk;
        if (_compoundStart < 0)
        {
            _compoundStart = _tokens.Count;
        }

        _tokens.Add(new Token(start, end - start, foldedStart, _foldedLength - foldedStart, _position++, 0));
    }

    private void EndCompound()
    {
        if (_compoundStart >= 0 && _tokens.Count - _compoundStart > 1)
        {
            if (_previousCjk)
            {
                for (var i = _compoundStart; i < _tokens.Count - 1; i++)
                {
                    _tokens[i] = _tokens[i] with { Joins = 2 };
                }
            }
            else
            {
                _tokens[_compoundStart] = _tokens[_compoundStart] with { Joins = _tokens.Count - _compoundStart };
            }
        }

        (_compoundStart, _previousCjk) = (-1, false);
    }

    private int SkipTexCommand(ReadOnlySpan<char> text, int at)
    {
        EndCompound();
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var length = end - at - 1;
        if (length is > 0 and <= 10)
        {
            Span<char> lower = stackalloc char[10];
            text[(at + 1)..end].ToLowerInvariant(lower);
            var name = lower[..length].StartsWith("var") ? lower[3..length] : lower[..length];
            if (CharacterFolding.IsGreekName(name))
            {
                var foldedStart = _foldedLength;
                foreach (var c in name)
                {
                    Append(c, foldedStart);
                }

                AddToken(at, end, foldedStart, cjk: false);
            }
        }

        return end;
    }

    private void Append(char c, int foldedStart)
    {
        if (_foldedLength - foldedStart >= MaxTokenLength)
        {
            return;
        }

        if (_foldedLength == _folded.Length)
        {
            Array.Resize(ref _folded, _folded.Length * 2);
        }

        _folded[_foldedLength++] = c;
    }
}
