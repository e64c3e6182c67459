namespace Winnow.Papers;

/// <param name="Position">Grows with every change of the library.</param>
/// <param name="Id">The paper that changed.</param>
/// <param name="Paper">Its present state, or null when it is gone (merged into another, or its last record was removed).</param>
public sealed record PaperChange(long Position, PaperId Id, Paper? Paper);
