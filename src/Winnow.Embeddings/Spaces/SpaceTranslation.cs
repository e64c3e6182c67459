using System.Numerics.Tensors;

namespace Winnow.Embeddings.Spaces;

/// <summary>
/// Lets a question that one model embedded search vectors that another did, while a library is embedded again. Both spaces are made round and turned
/// upon each other: of all rules tried it finds the most across spaces in both directions (<c>bench/results/spaces.md</c>).
/// </summary>
public sealed class SpaceTranslation
{
    /// <summary>Fewer texts in both spaces do not say how the rest lies, nor whether it was said right.</summary>
    public const int LeastAnchors = 400;

    /// <summary>A translation that finds less than this many times what blind guessing does is not offered.</summary>
    public const double WideMargin = 10;

    // Every fifth anchor is kept from the fit and shows whether it holds.
    private const int HeldOut = 5;

    // Added to each direction's variance, as a part of the mean: flat between 0.1 and 1 on real spaces, and safer for few anchors at 1.
    private const double Shrinkage = 1;

    private readonly LinearMap _map;

    private SpaceTranslation(LinearMap map, CrossSearch found, CrossSearch chance) => (_map, Found, Chance) = (map, found, chance);

    public int SourceDimensions => _map.Mean.Length;

    public int TargetDimensions => _map.Offset.Length;

    /// <summary>How well anchors that were kept from the fit found themselves among each other.</summary>
    public CrossSearch Found { get; }

    /// <summary>What blind guessing finds among as many.</summary>
    public CrossSearch Chance { get; }

    /// <summary>Learns the way from one space into another.</summary>
    /// <param name="source">Vectors of some texts by the model that embeds questions.</param>
    /// <param name="target">Vectors of the same texts, in the same order, by the model whose vectors are searched.</param>
    /// <returns>Null when anchors that were kept apart do not find themselves by a wide margin: then meaning must not be searched across the two.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or vectors of one list do, or there are too few.</exception>
    public static SpaceTranslation? Fit(IReadOnlyList<ReadOnlyMemory<float>> source, IReadOnlyList<ReadOnlyMemory<float>> target)
    {
        if (source.Count != target.Count) throw new ArgumentException($"There are {source.Count} vectors of one model and {target.Count} of the other; each needs its twin.", nameof(target));
        if (source.Count < LeastAnchors) throw new ArgumentException($"There are {source.Count} texts in both spaces; a translation needs {LeastAnchors}.", nameof(source));
        var (from, to) = (Matrix.FromRows(source), Matrix.FromRows(target));
        int[] check = [.. Enumerable.Range(0, source.Count).Where(i => i % HeldOut == 0)];
        int[] fit = [.. Enumerable.Range(0, source.Count).Where(i => i % HeldOut != 0)];
        var tried = Rule(from.Take(fit), to.Take(fit));
        var found = CrossSearch.Measure(tried.Translate(from.Take(check)), to.Take(check));
        var chance = CrossSearch.ByChance(check.Length);
        return found.ReciprocalRank >= WideMargin * chance.ReciprocalRank ? new SpaceTranslation(Rule(from, to), found, chance) : null;
    }

    /// <summary>A question's vector in the space of the searched vectors, of length 1.</summary>
    /// <param name="target">Receives <see cref="TargetDimensions"/> values.</param>
    public void Translate(ReadOnlySpan<float> source, Span<float> target)
    {
        if (source.Length != SourceDimensions) throw new ArgumentException($"The vector has {source.Length} values; this translation reads {SourceDimensions}.", nameof(source));
        if (target.Length != TargetDimensions) throw new ArgumentException($"There is room for {target.Length} values; this translation gives {TargetDimensions}.", nameof(target));
        Span<double> centred = new double[source.Length];
        TensorPrimitives.ConvertTruncating(source, centred);
        TensorPrimitives.Subtract(centred, _map.Mean, centred);
        Span<double> sum = new double[target.Length];
        for (var i = 0; i < centred.Length; i++) TensorPrimitives.MultiplyAdd(_map.Weights.Row(i), centred[i], sum, sum);
        var length = TensorPrimitives.Norm<double>(sum);
        if (length > 0) TensorPrimitives.Divide(sum, length, sum);
        TensorPrimitives.ConvertTruncating<double, float>(sum, target);
    }

    internal static LinearMap Rule(Matrix source, Matrix target) => WhitenedMap.Fit(source, target, Shrinkage, shape: 0);
}
