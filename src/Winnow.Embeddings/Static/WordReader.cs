using System.Text;

namespace Winnow.Embeddings.Static;

/// <summary>
/// Reads a text word by word: runs of letters and digits, folded by <see cref="LetterFolding"/>, as UTF-8 in a buffer of the caller's.
/// Words longer than the buffer are read in parts. Allocates nothing.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<byte> buffer)
{
    /// <summary>Bytes that a buffer should have; words that are longer are formulas and addresses.</summary>
    public const int BufferSize = 64;

    private const int LongestLetter = 3;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<byte> _buffer = buffer;
    private int _position;
    private int _length;

    /// <summary>The word last read.</summary>
    public readonly ReadOnlySpan<byte> Word => _buffer[.._length];

    /// <summary>Whether only white space or a hyphen stands before the word, so that it and the word before it can be a pair.</summary>
    public bool FollowsClosely { get; private set; }

    public bool Read()
    {
        FollowsClosely = _position > 0;
        while (_position < _text.Length && LetterFolding.Fold(_text[_position]) is LetterFolding.Separator or LetterFolding.Ignored)
        {
            FollowsClosely &= _text[_position] is ' ' or '-' or '\n' or '\t' or '\u2010' or '\u2011' or '\u00A0' or LetterFolding.Ignored;
            _position++;
        }

        _length = 0;
        for (; _position < _text.Length && _length <= _buffer.Length - LongestLetter; _position++)
        {
            var letter = LetterFolding.Fold(_text[_position]);
            if (letter == LetterFolding.Separator) break;
            if (letter < 0x80) _buffer[_length++] = (byte)letter;
            else if (letter != LetterFolding.Ignored) _length += new Rune(letter).EncodeToUtf8(_buffer[_length..]);
        }

        return _length > 0;
    }
}
