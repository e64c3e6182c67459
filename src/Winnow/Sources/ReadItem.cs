namespace Winnow.Sources;

/// <summary>One step of reading a file: a record (<see cref="ReadRecord"/>), its deletion (<see cref="ReadDeletion"/>) or the reason why there is none (<see cref="RejectedRecord"/>).</summary>
/// <param name="Place">Where it stands in the input.</param>
public abstract record ReadItem(RecordPlace Place);
