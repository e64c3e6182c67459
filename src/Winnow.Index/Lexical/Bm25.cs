namespace Winnow.Index.Lexical;

/// <summary>The saturation and the rarity of BM25.</summary>
internal static class Bm25
{
    /// <summary>How soon more occurrences stop counting (k1).</summary>
    internal const float Saturation = 1.2f;

    /// <summary>ln(1 + (N − df + ½) / (df + ½)).</summary>
    internal static float Idf(long documents, long frequency) => (float)Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>idf·tf~·(k1 + 1) / (k1 + tf~).</summary>
    internal static float Score(float idf, float frequency) => idf * (Saturation + 1) * frequency / (Saturation + frequency);
}
