namespace Winnow.Papers.Merging;

/// <summary>A record that the library holds, as regrouping sees it.</summary>
/// <param name="Id">The record.</param>
/// <param name="Paper">The paper it belongs to now.</param>
/// <param name="Identity">What decides where it belongs.</param>
public sealed record HeldRecord(RecordId Id, PaperId Paper, RecordIdentity Identity);
