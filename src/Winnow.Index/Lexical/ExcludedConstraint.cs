using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Holds where its part does not.</summary>
internal sealed class ExcludedConstraint(Constraint part) : Constraint
{
    internal override void Evaluate(SearchScratch scratch, Snapshot snapshot, int segment, ulong[] bits)
    {
        part.Evaluate(scratch, snapshot, segment, bits);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = ~bits[i];
        }
    }
}
