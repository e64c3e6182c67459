using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Constraints joined by and, or by or; an empty "and" holds everywhere, an empty "or" nowhere.</summary>
internal sealed class CombinedConstraint(IReadOnlyList<Constraint> parts, bool all) : Constraint
{
    internal override void Evaluate(SearchScratch scratch, Snapshot snapshot, int segment, ulong[] bits)
    {
        bits.AsSpan().Fill(all ? ulong.MaxValue : 0);
        foreach (var part in parts)
        {
            var own = NewBits(snapshot, segment);
            part.Evaluate(scratch, snapshot, segment, own);
            for (var i = 0; i < bits.Length; i++)
            {
                bits[i] = all ? bits[i] & own[i] : bits[i] | own[i];
            }
        }
    }
}
