using Winnow.Papers;

namespace Winnow.Sources;

/// <summary>What an adapter makes of one raw record.</summary>
/// <param name="Source">As <see cref="SourceRecord.Source"/>.</param>
/// <param name="Key">As <see cref="SourceRecord.Key"/>.</param>
/// <param name="Fields">As <see cref="SourceRecord.Fields"/>.</param>
internal sealed record AdaptedRecord(string Source, string Key, RecordFields Fields)
{
    /// <summary>Running counts that stand in it.</summary>
    public IReadOnlyList<SeenCount> Counts { get; init; } = [];
}
