namespace Winnow.Index;

/// <summary>A field whose words are searched.</summary>
/// <param name="Name">Unique in the schema.</param>
/// <param name="Weight">How much one occurrence counts beside other fields' (BM25F's w).</param>
/// <param name="LengthNormalisation">0: long fields are not discounted, 1: fully (BM25F's b).</param>
/// <param name="FrequencyBits">Occurrences in one document count up to 2^bits − 1; the bits of all fields together are at most 8.</param>
public sealed record TextField(
    string Name, float Weight = 1f, float LengthNormalisation = 0.75f, AnalysisKind Analysis = AnalysisKind.English, int FrequencyBits = 2)
{
    internal int MaxFrequency => (1 << FrequencyBits) - 1;
}
