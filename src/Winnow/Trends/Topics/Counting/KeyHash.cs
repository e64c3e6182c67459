namespace Winnow.Trends.Topics.Counting;

/// <summary>64-bit hashes of words and of phrases made of them. They are stored, so they must never change.</summary>
internal static class KeyHash
{
    /// <summary>The hash of no word at all.</summary>
    internal const ulong Empty = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;

    /// <summary>FNV-1a over UTF-16 code units, mixed.</summary>
    internal static ulong OfWord(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>A phrase's hash with one more word; a phrase begins as <see cref="Empty"/>.</summary>
    internal static ulong Append(ulong phrase, ulong word) => Mix((phrase * Prime) ^ word);

    /// <summary>The hash of words parted by single spaces.</summary>
    internal static ulong OfPhrase(ReadOnlySpan<char> words)
    {
        var hash = Empty;
        foreach (var word in words.Split(' '))
        {
            hash = Append(hash, OfWord(words[word]));
        }

        return hash;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    internal static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
