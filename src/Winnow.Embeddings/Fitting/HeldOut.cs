namespace Winnow.Embeddings.Fitting;

/// <summary>
/// The papers that no model is fitted to, so that it can be measured on them: one in 85, by a hash of the title's letters and digits. The rule needs no list, and
/// the same paper is held out whatever else a library has.
/// </summary>
public static class HeldOut
{
    private const uint OneIn = 85;

    public static bool Contains(string title)
    {
        // FNV-1a over the letters in lower case: the same title with other punctuation is the same paper.
        var hash = 2166136261u;
        foreach (var letter in title)
        {
            if (char.IsLetterOrDigit(letter)) hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        }

        // The last step of MurmurHash3: FNV's low bits depend on the last letters alone.
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return (hash ^ (hash >> 16)) % OneIn == 0;
    }
}
