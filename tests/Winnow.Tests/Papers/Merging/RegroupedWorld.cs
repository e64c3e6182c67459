using Winnow.Papers;
using Winnow.Papers.Merging;

namespace Winnow.Tests.Papers.Merging;

/// <summary>A library in memory that does nothing but what <see cref="Regrouping"/> tells it.</summary>
internal sealed class RegroupedWorld
{
    private readonly Dictionary<RecordId, HeldRecord> _held = [];

    internal Regrouping Change((long Id, RecordFields? Fields)[] batch)
    {
        var changes = new Dictionary<RecordId, RecordIdentity?>();
        foreach (var (id, fields) in batch.Where(change => change.Fields is not null || _held.ContainsKey(new RecordId(change.Id))))
        {
            changes[new RecordId(id)] = fields is null ? null : RecordIdentity.Of(fields);
        }

        var held = changes.Keys.Where(_held.ContainsKey).Select(id => _held[id]).ToList();
        var regrouping = Regrouping.Of(changes, held, keys => _held.Values.Where(record => record.Identity.Keys.Any(keys.Contains)));
        foreach (var (id, identity) in changes)
        {
            if (identity is null)
            {
                _held.Remove(id);
            }
            else
            {
                _held[id] = new HeldRecord(id, new PaperId(-1), identity);
            }
        }

        foreach (var paper in regrouping.Papers)
        {
            foreach (var id in paper.Records)
            {
                _held[id] = _held[id] with { Paper = paper.Id };
            }
        }

        return regrouping;
    }

    internal (long Id, string Records)[] Papers() =>
        [.. _held.Values.GroupBy(record => record.Paper.Value, record => record.Id.Value).Select(paper => (paper.Key, string.Join('+', paper.Order()))).Order()];

    internal (long Id, string Records)[] GroupedAtOnce() =>
        [.. PaperComponents.Of([.. _held.Values.Select(record => (record.Id, record.Identity))])
            .Select(paper => (paper.Min(id => id.Value), string.Join('+', paper.Select(id => id.Value).Order()))).Order()];
}
