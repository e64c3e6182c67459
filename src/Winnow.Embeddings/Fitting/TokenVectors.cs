using System.Numerics;
using System.Runtime.InteropServices;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// The parameters: a vector and the logarithm of a weight for each token, with Adam's moments. A text is the sum of its tokens' vectors times
/// their weights. Only tokens of the batch are touched by a step: a dense optimiser would spend nine tenths of its time on the others.
/// </summary>
internal sealed class TokenVectors(int count, int dimensions, int threads)
{
    private const float Decay1 = 0.9f;
    private const float Decay2 = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _moment1 = new float[count * dimensions];
    private readonly float[] _moment2 = new float[count * dimensions];
    private readonly float[] _weightMoment1 = new float[count];
    private readonly float[] _weightMoment2 = new float[count];
    private readonly int[] _firsts = new int[count + 1];
    private readonly int[] _next = new int[count];
    private readonly List<int> _used = [];
    private (int Part, int Row, float Amount)[] _uses = [];
    private int _step;

    public int Count => count;
    public int Dimensions => dimensions;
    public float[] Vectors { get; } = new float[count * dimensions];
    public float[] LogWeights { get; } = new float[count];

    public Span<float> Vector(int token) => Vectors.AsSpan(token * dimensions, dimensions);

    /// <summary>Sums of the bags, one row each.</summary>
    public void Pool(Bags bags, float[] rows)
    {
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var tokens = bags.Tokens;
            var amounts = bags.Amounts;
            for (var row = bags.Count * part / threads; row < bags.Count * (part + 1) / threads; row++)
            {
                var sum = rows.AsSpan(row * dimensions, dimensions);
                sum.Clear();
                for (var i = bags.Starts[row]; i < bags.Starts[row + 1]; i++)
                    AddScaled(sum, Vector(tokens[i]), amounts[i] * MathF.Exp(LogWeights[tokens[i]]));
            }
        });
    }

    /// <summary>One step of Adam on every token of the bags. <paramref name="parts"/>: bags with the gradient of the loss by their sums.</summary>
    public void Learn(IReadOnlyList<(Bags Bags, float[] Gradient)> parts, float rate, float weightRate)
    {
        SortUses(parts);
        var (uses, firsts, used) = (_uses, _firsts, _used);
        _step++;
        var correction = MathF.Sqrt(1 - MathF.Pow(Decay2, _step)) / (1 - MathF.Pow(Decay1, _step));
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var gradient = new float[dimensions];
            for (var i = used.Count * part / threads; i < used.Count * (part + 1) / threads; i++)
            {
                var token = used[i];
                Array.Clear(gradient);
                for (var use = firsts[token]; use < firsts[token + 1]; use++)
                    AddScaled(gradient, parts[uses[use].Part].Gradient.AsSpan(uses[use].Row * dimensions, dimensions), uses[use].Amount);
                Step(token, gradient, rate * correction, weightRate * correction);
            }
        });
    }

    // The uses of every token beside each other, by a counting sort: the order of summing, and so the result, does not depend on threads.
    private void SortUses(IReadOnlyList<(Bags Bags, float[] Gradient)> parts)
    {
        Array.Clear(_firsts);
        foreach (var (bags, _) in parts)
        {
            foreach (var token in bags.Tokens) _firsts[token + 1]++;
        }

        _used.Clear();
        for (var token = 0; token < count; token++)
        {
            if (_firsts[token + 1] > 0) _used.Add(token);
            _firsts[token + 1] += _firsts[token];
        }

        if (_uses.Length < _firsts[count]) _uses = new (int, int, float)[_firsts[count] * 5 / 4];
        _firsts.AsSpan(0, count).CopyTo(_next);
        for (var part = 0; part < parts.Count; part++)
        {
            var bags = parts[part].Bags;
            var tokens = bags.Tokens;
            var amounts = bags.Amounts;
            for (var row = 0; row < bags.Count; row++)
            {
                for (var i = bags.Starts[row]; i < bags.Starts[row + 1]; i++) _uses[_next[tokens[i]]++] = (part, row, amounts[i]);
            }
        }
    }

    private void Step(int token, Span<float> gradient, float rate, float weightRate)
    {
        var vector = Vector(token);
        var weight = MathF.Exp(LogWeights[token]);
        float byLogWeight = 0;
        for (var i = 0; i < dimensions; i++) byLogWeight += gradient[i] * vector[i];
        byLogWeight *= weight;
        var offset = token * dimensions;
        var values = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var moments1 = MemoryMarshal.Cast<float, Vector<float>>(_moment1.AsSpan(offset, dimensions));
        var moments2 = MemoryMarshal.Cast<float, Vector<float>>(_moment2.AsSpan(offset, dimensions));
        for (var i = 0; i < values.Length; i++)
        {
            var slope = gradients[i] * weight;
            moments1[i] = (moments1[i] * Decay1) + (slope * (1 - Decay1));
            moments2[i] = (moments2[i] * Decay2) + (slope * slope * (1 - Decay2));
            values[i] -= rate * moments1[i] / (System.Numerics.Vector.SquareRoot(moments2[i]) + new Vector<float>(Epsilon));
        }

        ref var weightMoment1 = ref _weightMoment1[token];
        ref var weightMoment2 = ref _weightMoment2[token];
        weightMoment1 = (weightMoment1 * Decay1) + (byLogWeight * (1 - Decay1));
        weightMoment2 = (weightMoment2 * Decay2) + (byLogWeight * byLogWeight * (1 - Decay2));
        LogWeights[token] -= weightRate * weightMoment1 / (MathF.Sqrt(weightMoment2) + Epsilon);
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> vector, float factor)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var values = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < sums.Length; i++) sums[i] = System.Numerics.Vector.FusedMultiplyAdd(values[i], factors, sums[i]);
    }
}
