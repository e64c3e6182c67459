namespace Winnow.Index.Lexical;

/// <summary>Terms that stand at fixed distances from each other in one field.</summary>
/// <param name="Terms">In the order of the text.</param>
/// <param name="Offsets">Positions after the first term's.</param>
/// <param name="FieldMask">The fields that may hold it.</param>
/// <param name="Display">As typed.</param>
internal sealed record QueryPhrase(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<int> Offsets, int FieldMask, string Display)
{
    /// <summary>What a document that has it gains, when it is wanted and not required.</summary>
    internal float Bonus { get; set; }
}
