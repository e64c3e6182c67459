using System.Buffers;
using System.Numerics.Tensors;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>One model's vectors of the papers that a search ranks, read once: the ranking looks at them twice.</summary>
internal sealed class CandidateVectors : IDisposable
{
    private readonly float[] _rows;
    private readonly bool[] _known;
    private readonly int _dimensions;

    internal CandidateVectors(PaperVectors vectors, IReadOnlyList<long> papers)
    {
        _dimensions = vectors.Model.Dimensions;
        _known = new bool[papers.Count];
        _rows = ArrayPool<float>.Shared.Rent(Math.Max(1, papers.Count * _dimensions));
        for (var i = 0; i < papers.Count; i++)
        {
            _known[i] = vectors.TryGet(new PaperId(papers[i]), _rows.AsSpan(i * _dimensions, _dimensions));
        }
    }

    internal bool Knows(int candidate) => _known[candidate];

    internal double Cosine(ReadOnlySpan<float> asked, int candidate) => TensorPrimitives.Dot(asked, Row(candidate));

    /// <summary>
    /// Moves what is asked towards papers (Rocchio 1971, in vector space): <c>q' = q + Σ shareᵢ · vᵢ</c>, brought to length 1. Shares of papers that the model
    /// does not know go to nobody.
    /// </summary>
    internal float[] MoveTowards(float[] asked, IEnumerable<(int Candidate, double Share)> papers)
    {
        var moved = asked.ToArray();
        foreach (var (candidate, share) in papers.Where(paper => _known[paper.Candidate]))
        {
            TensorPrimitives.MultiplyAdd(Row(candidate), (float)share, moved, moved);
        }

        var length = TensorPrimitives.Norm(moved);
        if (length > 0)
        {
            TensorPrimitives.Divide(moved, length, moved);
        }

        return moved;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_rows);

    private ReadOnlySpan<float> Row(int candidate) => _rows.AsSpan(candidate * _dimensions, _dimensions);
}
