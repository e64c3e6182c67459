using Winnow.Papers;

namespace Winnow.Sources;

/// <summary>The source's word that it no longer has a record.</summary>
public sealed record ReadDeletion(RecordDeletion Deletion, RecordPlace Place) : ReadItem(Place);
