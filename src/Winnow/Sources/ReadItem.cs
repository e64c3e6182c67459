namespace Winnow.Sources;

/// <summary>
/// One step of reading a file: a record (<see cref="ReadRecord"/>), its deletion (<see cref="ReadDeletion"/>), a count of one (<see cref="ReadObservation"/>) or
/// the reason why there is none (<see cref="RejectedRecord"/>).
/// </summary>
/// <param name="Place">Where it stands in the input.</param>
public abstract record ReadItem(RecordPlace Place);
