using Winnow.Index.Vectors;

namespace Winnow.Index.Tests.Vectors;

/// <summary>A folder of its own for one test, and seeded vectors of length one.</summary>
internal sealed class VectorFolder : IDisposable
{
    internal static readonly VectorSpace Space = new("test/1", 40);

    internal string Path { get; } = Directory.CreateTempSubdirectory("winnow-vectors-").FullName;

    internal static float[] Vector(int seed)
    {
        var random = new Random(seed);
        var vector = new float[Space.Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(random.NextDouble() - 0.5);
        }

        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / length)];
    }

    internal static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
