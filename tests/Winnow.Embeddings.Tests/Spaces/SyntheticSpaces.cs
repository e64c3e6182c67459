using Winnow.Embeddings.Spaces;

namespace Winnow.Embeddings.Tests.Spaces;

/// <summary>Points that two models saw: the same few latent values, each turned, stretched and blurred in a way of its own.</summary>
internal static class SyntheticSpaces
{
    public static Matrix Gaussian(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.Values.AsSpan())
            value = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return matrix;
    }

    /// <summary>One model's view of the latent points, with an offset, of length 1.</summary>
    public static Matrix View(Matrix latent, int dimensions, double noise, int seed)
    {
        var view = latent.Times(Gaussian(latent.Columns, dimensions, seed));
        var blur = Gaussian(view.Rows, dimensions, seed + 1);
        var offset = Gaussian(1, dimensions, seed + 2);
        var spread = Math.Sqrt(latent.Columns);
        for (var i = 0; i < view.Values.Length; i++) view.Values[i] += spread * ((noise * blur.Values[i]) + offset.Values[i % dimensions]);
        return view.WithUnitRows();
    }

    public static ReadOnlyMemory<float>[] Rows(Matrix matrix) =>
        [.. Enumerable.Range(0, matrix.Rows).Select(row => (ReadOnlyMemory<float>)matrix.Row(row).ToArray().Select(value => (float)value).ToArray())];
}
