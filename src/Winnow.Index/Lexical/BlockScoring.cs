using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Winnow.Index.Lexical;

/// <summary>Scores a run of postings: for each the value of <see cref="Bm25.Score"/> of its tf~.</summary>
internal static unsafe class BlockScoring
{
    /// <param name="documents">Documents of the segment, each below the number of <paramref name="lengths"/>.</param>
    /// <param name="codes">Their frequency codes.</param>
    /// <param name="lengths">The segment's packed length codes, by document.</param>
    /// <param name="scores">Receives as many scores.</param>
    internal static void Score(
        ReadOnlySpan<int> documents, ReadOnlySpan<byte> codes, ReadOnlySpan<uint> lengths, FieldNorms norms, float idf, Span<float> scores)
    {
        var done = 0;
        if (Avx2.IsSupported)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(codes.Length, scores.Length), documents.Length);
            fixed (int* d = documents)
            fixed (byte* c = codes)
            fixed (uint* l = lengths)
            fixed (float* s = scores)
            {
                done = ScoreVector(d, c, documents.Length, l, norms, idf, s);
            }
        }

        ScoreScalar(documents[done..], codes[done..], lengths, norms, idf, scores[done..]);
    }

    internal static void ScoreScalar(
        ReadOnlySpan<int> documents, ReadOnlySpan<byte> codes, ReadOnlySpan<uint> lengths, FieldNorms norms, float idf, Span<float> scores)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            scores[i] = Bm25.Score(idf, norms.Frequency(codes[i], lengths[documents[i]]));
        }
    }

    // The same operations in the same order as the scalar twin (no fused multiply-add), so that both give the same bits.
    private static int ScoreVector(int* documents, byte* codes, int count, uint* lengths, FieldNorms norms, float idf, float* scores)
    {
        var whole = count & ~(Vector256<int>.Count - 1);
        var weight = Vector256.Create(idf * (Bm25.Saturation + 1));
        var saturation = Vector256.Create(Bm25.Saturation);
        var byteMask = Vector256.Create(0xFF);
        var fields = norms.Code.Fields;
        fixed (float* table = norms.Table)
        {
            for (var i = 0; i < whole; i += Vector256<int>.Count)
            {
                var length = Avx2.GatherVector256((int*)lengths, Vector256.Load(documents + i), sizeof(int));
                var code = Avx2.ConvertToVector256Int32(codes + i);
                var sum = Vector256<float>.Zero;
                for (var f = 0; f < fields; f++)
                {
                    var frequency = Vector256.ShiftRightLogical(code, norms.Code.Shifts[f]) & Vector256.Create(norms.Code.Max(f));
                    var norm = Avx2.GatherVector256(table + (f * FieldNorms.Codes), length & byteMask, sizeof(float));
                    sum += Vector256.ConvertToSingle(frequency) * norm;
                    length = Vector256.ShiftRightLogical(length, 8);
                }

                (weight * sum / (saturation + sum)).Store(scores + i);
            }
        }

        return whole;
    }
}
