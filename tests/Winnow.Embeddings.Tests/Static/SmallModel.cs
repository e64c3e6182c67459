using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Tests.Static;

/// <summary>A model of eight pieces and one pair whose vectors can be worked out by hand; its file is removed with it.</summary>
internal sealed class SmallModel : IDisposable
{
    public const int Dimensions = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-static-").FullName;

    public SmallModel(float saturation = 0.5f)
    {
        string[] pieces = ["packet", "loss", "codec", "c", "##s", "##ing", "erdos", "##o"];
        (int, int)[] pairs = [(0, 1)];
        var vectors = new float[(pieces.Length + pairs.Length) * Dimensions];
        for (var token = 0; token < pieces.Length + pairs.Length; token++) vectors[(token * Dimensions) + token] = 1;
        Path = System.IO.Path.Combine(_folder, "small.bin");
        float[] weights = [1, 1, 2, 1, 1, 1, 1, 1, 3];
        StaticModelWriter.Write(Path, new StaticModel("small", "7", Dimensions, saturation, TitleShare: 0.5f, pieces, pairs, weights, vectors));
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
