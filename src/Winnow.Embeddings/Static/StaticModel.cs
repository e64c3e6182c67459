namespace Winnow.Embeddings.Static;

/// <summary>A static model in memory, before it is written: what <see cref="StaticModelWriter"/> takes.</summary>
/// <param name="Name">At most 32 bytes of UTF-8.</param>
/// <param name="Version">At most 16 bytes of UTF-8.</param>
/// <param name="Saturation">A token that occurs n times counts n to this power.</param>
/// <param name="TitleShare">How much the first of several lines counts besides the whole.</param>
/// <param name="Pieces">In id order; the rest of a word starts with "##".</param>
/// <param name="Pairs">Ids of two pieces each; the first pair's own id follows the last piece's.</param>
/// <param name="Weights">One a token, pieces then pairs.</param>
/// <param name="Vectors">Tokens × <paramref name="Dimensions"/>, row by row, before the weight.</param>
internal sealed record StaticModel(
    string Name,
    string Version,
    int Dimensions,
    float Saturation,
    float TitleShare,
    IReadOnlyList<string> Pieces,
    IReadOnlyList<(int First, int Second)> Pairs,
    float[] Weights,
    float[] Vectors);
