using System.Buffers;

namespace Winnow.Index.Text;

/// <summary>
/// The English (Porter2) stemming algorithm, after Martin Porter's published description in the Snowball project. Steps are named as there.
/// Works in place on folded text; what is not a word of a–z is left as it is.
/// </summary>
internal ref struct EnglishStemmer
{
    private const char ConsonantY = 'Y';

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly Span<char> _word;
    private int _length;
    private int _r1;
    private int _r2;

    private EnglishStemmer(Span<char> word, int length)
    {
        _word = word;
        _length = length;
    }

    private readonly ReadOnlySpan<char> Word => _word[.._length];

    /// <summary>Stems the first <paramref name="length"/> characters of <paramref name="word"/> in place.</summary>
    /// <returns>The stem's length, never more than the word's.</returns>
    internal static int Stem(Span<char> word, int length)
    {
        if (length <= 2 || word[..length].ContainsAnyExceptInRange('a', 'z'))
        {
            return length;
        }

        if (EnglishEndings.Exceptions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[..length], out var known))
        {
            known.CopyTo(word);
            return known.Length;
        }

        var stemmer = new EnglishStemmer(word, length);
        stemmer.Run();
        for (var i = 0; i < stemmer._length; i++)
        {
            if (word[i] == ConsonantY)
            {
                word[i] = 'y';
            }
        }

        return stemmer._length;
    }

    private void Run()
    {
        MarkConsonantYs();
        FindRegions();
        Step1A();
        foreach (var untouched in EnglishEndings.Untouched)
        {
            if (Word.SequenceEqual(untouched))
            {
                return;
            }
        }

        Step1B();
        Step1C();
        Step2();
        Step3();
        Step4();
        Step5();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private readonly void MarkConsonantYs()
    {
        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(_word[i - 1])))
            {
                _word[i] = ConsonantY;
            }
        }
    }

    private void FindRegions()
    {
        _r1 = -1;
        foreach (var prefix in EnglishEndings.RegionPrefixes)
        {
            if (Word.StartsWith(prefix, StringComparison.Ordinal))
            {
                _r1 = prefix.Length;
                break;
            }
        }

        _r1 = _r1 < 0 ? AfterVowelAndConsonant(0) : _r1;
        _r2 = AfterVowelAndConsonant(_r1);
    }

    private readonly int AfterVowelAndConsonant(int from)
    {
        for (var i = from + 1; i < _length; i++)
        {
            if (!IsVowel(_word[i]) && IsVowel(_word[i - 1]))
            {
                return i + 1;
            }
        }

        return _length;
    }

    private readonly bool Ends(string ending) => Word.EndsWith(ending, StringComparison.Ordinal);

    private readonly bool HasVowelBefore(int end) => Word[..end].ContainsAny(Vowels);

    private void Replace(int ending, string replacement)
    {
        _length -= ending;
        replacement.CopyTo(_word[_length..]);
        _length += replacement.Length;
    }

    private readonly bool EndsInShortSyllable()
    {
        var n = _length;
        if (n == 2)
        {
            return IsVowel(_word[0]) && !IsVowel(_word[1]);
        }

        return n > 2 && !IsVowel(_word[n - 1]) && _word[n - 1] is not ('w' or 'x' or ConsonantY) && IsVowel(_word[n - 2]) && !IsVowel(_word[n - 3]);
    }

    private void Step1A()
    {
        if (Ends("sses"))
        {
            _length -= 2;
        }
        else if (Ends("ied") || Ends("ies"))
        {
            _length -= _length > 4 ? 2 : 1;
        }
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowelBefore(_length - 2))
        {
            _length--;
        }
    }

    private void Step1B()
    {
        var eed = Ends("eedly") ? 5 : Ends("eed") ? 3 : 0;
        if (eed > 0)
        {
            if (_length - eed >= _r1)
            {
                Replace(eed, "ee");
            }

            return;
        }

        var ending = Ends("ingly") ? 5 : Ends("edly") ? 4 : Ends("ing") ? 3 : Ends("ed") ? 2 : 0;
        if (ending == 0 || !HasVowelBefore(_length - ending))
        {
            return;
        }

        _length -= ending;
        if (Ends("at") || Ends("bl") || Ends("iz"))
        {
            Replace(0, "e");
            return;
        }

        foreach (var twin in EnglishEndings.Doubles)
        {
            if (Ends(twin))
            {
                // "add", "egg" and "off" keep both letters.
                _length -= _length == 3 && (_word[0] is 'a' or 'e' or 'o') ? 0 : 1;
                return;
            }
        }

        if (_r1 >= _length && EndsInShortSyllable())
        {
            Replace(0, "e");
        }
    }

    private readonly void Step1C()
    {
        if (_length > 2 && (_word[_length - 1] is 'y' or ConsonantY) && !IsVowel(_word[_length - 2]))
        {
            _word[_length - 1] = 'i';
        }
    }

    private void Step2()
    {
        foreach (var (ending, replacement) in EnglishEndings.Step2Endings)
        {
            if (Ends(ending))
            {
                if (_length - ending.Length >= _r1)
                {
                    Replace(ending.Length, replacement);
                }

                return;
            }
        }

        if (Ends("ogi"))
        {
            if (_length - 3 >= _r1 && _length > 3 && _word[_length - 4] == 'l')
            {
                _length--;
            }
        }
        else if (Ends("li") && _length - 2 >= _r1 && _length > 2 && "cdeghkmnrt".Contains(_word[_length - 3], StringComparison.Ordinal))
        {
            _length -= 2;
        }
    }

    private void Step3()
    {
        foreach (var (ending, replacement) in EnglishEndings.Step3Endings)
        {
            if (Ends(ending))
            {
                if (_length - ending.Length >= _r1)
                {
                    Replace(ending.Length, replacement);
                }

                return;
            }
        }

        if (Ends("ative") && _length - 5 >= _r2)
        {
            _length -= 5;
        }
    }

    private void Step4()
    {
        foreach (var ending in EnglishEndings.Step4Endings)
        {
            if (Ends(ending))
            {
                _length -= _length - ending.Length >= _r2 ? ending.Length : 0;
                return;
            }
        }

        if (Ends("ion") && _length - 3 >= _r2 && _length > 3 && (_word[_length - 4] is 's' or 't'))
        {
            _length -= 3;
        }
    }

    private void Step5()
    {
        if (Ends("e"))
        {
            _length--;
            if (!(_length >= _r2 || (_length >= _r1 && !EndsInShortSyllable())))
            {
                _length++;
            }
        }
        else if (Ends("l") && _length - 1 >= _r2 && _length > 1 && _word[_length - 2] == 'l')
        {
            _length--;
        }
    }
}
