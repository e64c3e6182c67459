using Winnow.Papers.Merging;

namespace Winnow.Storage.Sqlite;

/// <summary>What of a stored record decides whether an incoming one replaces it.</summary>
internal sealed record RecordRow(long Ordinal, long Source, long ContentHash, ContentRank Rank, HeldRecord Held);
