using System.Buffers;
using System.Text;

namespace Winnow.Papers.Text;

/// <summary>One pass of <see cref="TexText.ToUnicode"/> over one text.</summary>
internal sealed class TexConverter(string text)
{
    private const int MaxAddress = 500;
    private static readonly SearchValues<char> Special = SearchValues.Create("$\\{}~-`'\":");

    private readonly StringBuilder _output = new(text.Length);
    // For each open group whether its closing brace is printed.
    private readonly Stack<bool> _groups = new();
    private readonly bool _hasFormulas = HasBareDollar(text);
    private TexMaths.Scan _maths = new(text);
    private int _at;
    private int _openQuotes;
    // Where the last control word that is kept ends in the output.
    private int _wordEnd = -1;

    internal string Convert()
    {
        while (_at < text.Length)
        {
            var run = text.AsSpan(_at).IndexOfAny(Special);
            if (run != 0)
            {
                Keep(run < 0 ? text.Length - _at : run);
                continue;
            }

            if (_maths.TryMatch(_at, out var end))
            {
                Keep(end - _at);
                continue;
            }

            switch (text[_at])
            {
                case '\\': Command(); break;
                case '{': OpenGroup(); break;
                case '}': CloseGroup(); break;
                case '~': Tie(); break;
                case '-': Dashes(); break;
                case '`' or '\'': Quotes(); break;
                case '"' when _openQuotes > 0: CloseQuotes(1); break;
                case ':' when At(_at + 1) == '/' && At(_at + 2) == '/': Address(); break;
                default: Keep(1); break;
            }
        }

        return _output.ToString();
    }

    private void Command()
    {
        var next = At(_at + 1);
        if (char.IsAsciiLetter(next))
        {
            ControlWord();
            return;
        }

        if (TexAccent.TryRead(text, _at, out var accented, out var end))
        {
            Replace(accented, end);
            return;
        }

        switch (next)
        {
            case '%' or '&' or '_' or '#' or '{' or '}': Replace(next.ToString(), _at + 2); break;
            case '$': Replace(_hasFormulas ? "\\$" : "$", _at + 2); break;
            case '\\' or ' ' or ',' or ';' or ':': Replace(" ", _at + 2); break;
            case '!' or '/' or '-' or '@': Replace("", _at + 2); break;
            // Not an accent: a quotation mark beside a word, escaped by a programming language ("don\'t").
            case '\'' or '"' when char.IsLetterOrDigit(At(_at + 2)) || (_output.Length > 0 && char.IsLetterOrDigit(_output[^1])): Replace(next.ToString(), _at + 2); break;
            default: Keep(Math.Min(2, text.Length - _at)); break;
        }
    }

    private void ControlWord()
    {
        var name = WordAt(_at + 1);
        var after = _at + 1 + name.Length;
        if (TexSymbols.Letters.TryGetValue(name, out var letter))
            Replace(letter, AfterName(after, swallowSpace: true));
        else if (TexSymbols.Signs.TryGetValue(name, out var sign))
            Replace(sign, AfterName(after, swallowSpace: false));
        else if (TexAccent.TryRead(text, _at, out var accented, out var end))
            Replace(accented, end);
        else if (TexSymbols.Styles.Contains(name) && At(after) == '{')
            Enter(after + 1);
        else if (name == "href" && At(after) == '{' && text.IndexOf('}', after, Math.Min(MaxAddress, text.Length - after)) is > 0 and var close && At(close + 1) == '{')
            Enter(close + 2);
        else
            KeepWord(name);
    }

    private void KeepWord(string name)
    {
        Keep(name.Length + 1);
        _wordEnd = _output.Length;
    }

    private void OpenGroup()
    {
        if (At(_at + 1) == '\\')
        {
            var name = WordAt(_at + 2);
            var after = _at + 2 + name.Length;
            if (TexSymbols.Letters.TryGetValue(name, out var letter) && At(after) == '}')
            {
                Replace(letter, after + 1);
                return;
            }

            if (TexAccent.TryRead(text, _at + 1, out var accented, out var end) && At(end) == '}')
            {
                Replace(accented, end + 1);
                return;
            }

            if (TexSymbols.Declarations.Contains(name))
            {
                Enter(At(after) == ' ' ? after + 1 : after);
                return;
            }
        }

        _groups.Push(true);
        Keep(1);
    }

    private void CloseGroup()
    {
        if (!_groups.TryPop(out var printed) || printed)
            Keep(1);
        else
            _at++;
    }

    /// <summary>A tie between words is a space. "~10" means about ten, "10~20" is a range, and "/~name" a home page.</summary>
    private void Tie()
    {
        var before = _output.Length > 0 ? _output[^1] : ' ';
        var after = At(_at + 1);
        var joins = char.IsLetterOrDigit(before) || before is '.' or ',' or ')' or ']' or '}' or '$' or '’' or '”';
        if (joins && after is not ('\0' or '~' or '/') && !char.IsWhiteSpace(after) && !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)))
            Replace(" ", _at + 1);
        else
            Keep(1);
    }

    /// <summary>Two hyphens are an en dash and three an em dash; " --flag" is an option of a command, and longer runs are drawings.</summary>
    private void Dashes()
    {
        var length = RunAt(_at);
        var isFlag = length == 2 && char.IsAsciiLetter(At(_at + 2)) && (_output.Length == 0 || char.IsWhiteSpace(_output[^1]));
        if (length is 2 or 3 && !isFlag)
            Replace(length == 2 ? "–" : "—", _at + length);
        else
            Keep(length);
    }

    private void Quotes()
    {
        var length = RunAt(_at);
        if (length != 2 || (text[_at] == '\'' && _openQuotes == 0))
        {
            Keep(length);
            return;
        }

        if (text[_at] == '\'')
        {
            CloseQuotes(2);
            return;
        }

        _openQuotes++;
        Replace("“", _at + 2);
    }

    private void CloseQuotes(int length)
    {
        _openQuotes--;
        Replace("”", _at + length);
    }

    /// <summary>A web address is copied to its end: its tildes and hyphens are its own.</summary>
    private void Address()
    {
        var length = 0;
        while (_at + length < text.Length && !char.IsWhiteSpace(text[_at + length]) && text[_at + length] is not ('}' or '{' or '\\' or '$'))
            length++;

        Keep(length);
    }

    private void Enter(int at)
    {
        // "\to\emph{x}" must not become "\tox".
        if (_output.Length == _wordEnd)
            _output.Append(' ');

        _groups.Push(false);
        _at = at;
    }

    private void Keep(int length)
    {
        _output.Append(text, _at, length);
        _at += length;
    }

    private void Replace(string with, int end)
    {
        _output.Append(with);
        _at = end;
    }

    /// <summary>After a control word: an empty group belongs to it, and after a letter so does white space.</summary>
    private int AfterName(int after, bool swallowSpace)
    {
        if (At(after) == '{' && At(after + 1) == '}')
            return after + 2;

        while (swallowSpace && At(after) == ' ')
            after++;

        return after;
    }

    private string WordAt(int start)
    {
        var end = start;
        while (char.IsAsciiLetter(At(end)))
            end++;

        return text[Math.Min(start, text.Length)..Math.Min(end, text.Length)];
    }

    private int RunAt(int start)
    {
        var end = start + 1;
        while (At(end) == text[start])
            end++;

        return end - start;
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private static bool HasBareDollar(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '$')
                return true;
        }

        return false;
    }
}
