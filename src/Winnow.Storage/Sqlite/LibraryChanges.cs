using Winnow.Papers;
using Winnow.Papers.Merging;
using Winnow.Sources;
using Winnow.Trends.Signals;

namespace Winnow.Storage.Sqlite;

/// <summary>Applies changes of records, with all they mean for papers, inside a transaction that the caller holds.</summary>
internal sealed class LibraryChanges(Connection connection, RecordFormats formats, TimeProvider clock, SignalRows signals, CollectionRows collections)
{
    private readonly RecordRows _records = new(connection, formats);
    private readonly DeletionRows _deletions = new(connection);
    private readonly PaperRows _papers = new(connection);

    /// <param name="batch">Incoming records, in the order in which they were read.</param>
    /// <param name="seen">Ordinals of the records that this import has met before; those of the batch are added.</param>
    internal ApplyOutcome[] Apply(IReadOnlyList<IncomingRecord> batch, SeenRecords seen)
    {
        var now = clock.GetUtcNow();
        _records.Begin();
        _deletions.Begin();
        signals.Begin();
        var outcomes = new ApplyOutcome[batch.Count];
        var observed = new HashSet<RecordId>();
        var changed = new Dictionary<RecordId, IncomingRecord>();
        var held = new Dictionary<RecordId, HeldRecord>();
        var added = new Dictionary<RecordId, int>();
        for (var i = 0; i < batch.Count; i++)
        {
            var incoming = batch[i];
            // Also of a record that is unchanged or older than the stored one: its count was seen all the same.
            if (signals.Observe(incoming.Id, incoming.Record.Observations))
            {
                observed.Add(incoming.Id);
            }

            if (_records.Find(incoming.Id) is not { } row)
            {
                seen.Add(_records.Insert(incoming, now));
                added.Add(incoming.Id, i);
            }
            else if (!IsNews(incoming, row, seen.Add(row.Ordinal)))
            {
                outcomes[i] = ApplyOutcome.Unchanged;
                continue;
            }
            else
            {
                _records.Replace(row, incoming, now);
                outcomes[i] = ApplyOutcome.Updated;
                if (!added.ContainsKey(incoming.Id))
                {
                    held.TryAdd(incoming.Id, row.Held);
                }
            }

            changed[incoming.Id] = incoming;
        }

        foreach (var paper in Regroup(changed, changed.ToDictionary(pair => pair.Key, pair => (RecordIdentity?)pair.Value.Identity), held.Values))
        {
            Tell(paper, added, outcomes);
        }

        foreach (var record in observed)
        {
            signals.Touch(record);
        }

        return outcomes;
    }

    /// <summary>Notes deletions and merges the papers of the deleted records again.</summary>
    internal ApplyOutcome[] Delete(IReadOnlyList<RecordDeletion> batch)
    {
        _records.Begin();
        _deletions.Begin();
        var outcomes = new ApplyOutcome[batch.Count];
        var held = new Dictionary<RecordId, HeldRecord>();
        for (var i = 0; i < batch.Count; i++)
        {
            outcomes[i] = ApplyOutcome.Unchanged;
            foreach (var id in batch[i].Records)
            {
                var before = _deletions.Find(id);
                if (_deletions.Add(id, batch[i].On) && _records.Find(id) is { } row
                    && _records.Load(id).Fields is var fields && !RecordDeletion.Holds(before, fields) && RecordDeletion.Holds(batch[i].On, fields))
                {
                    held[id] = row.Held;
                    outcomes[i] = ApplyOutcome.Withdrawn;
                }
            }
        }

        Regroup([], held.ToDictionary(pair => pair.Key, pair => (RecordIdentity?)pair.Value.Identity), held.Values);
        return outcomes;
    }

    /// <summary>Stores counts that name their papers by identifiers.</summary>
    /// <returns>For each what became of it, or null when there is no such paper.</returns>
    internal ApplyOutcome?[] Observe(IReadOnlyList<IdentifiedObservation> seen)
    {
        signals.Begin();
        return [.. seen.Select(signals.Observe)];
    }

    /// <summary>Forgets records.</summary>
    /// <returns>How many of them there were.</returns>
    internal int Remove(IReadOnlyCollection<RecordId> ids)
    {
        _records.Begin();
        _deletions.Begin();
        var held = new List<HeldRecord>();
        foreach (var id in ids)
        {
            if (_records.Find(id) is { } row)
            {
                held.Add(row.Held);
                signals.HandOver(id);
                collections.HandOver(id);
                _records.Delete(row);
            }
        }

        Regroup([], held.ToDictionary(record => record.Id, _ => (RecordIdentity?)null), held);
        return held.Count;
    }

    /// <summary>Forgets up to <paramref name="limit"/> records of a source.</summary>
    /// <returns>How many they were: 0 when none was left.</returns>
    internal int RemoveSome(string source, int limit) => Remove(_records.OfSource(source, limit));

    /// <summary>Whether the incoming content takes the place of the stored one.</summary>
    private static bool IsNews(IncomingRecord incoming, RecordRow row, bool isFirst) =>
        incoming.ContentHash != row.ContentHash && (isFirst ? !incoming.Rank.IsOlderThan(row.Rank) : incoming.Rank.IsNewerThan(row.Rank));

    private IReadOnlyList<RegroupedPaper> Regroup(
        Dictionary<RecordId, IncomingRecord> incoming, Dictionary<RecordId, RecordIdentity?> changes, IReadOnlyCollection<HeldRecord> held)
    {
        var plan = Regrouping.Of(changes, held, _records.FindByKeys);
        _papers.Begin();
        foreach (var id in plan.Gone)
        {
            _papers.Remove(id);
            signals.Drop(id);
        }

        foreach (var paper in plan.Papers)
        {
            foreach (var id in paper.Records)
            {
                _records.Move(id, paper.Id);
            }

            if (paper.Records.Any(signals.HasSignals))
            {
                signals.Queue(paper.Id);
            }

            _papers.Write(PaperMerge.Merge([.. paper.Records.Select(id => incoming.TryGetValue(id, out var fresh) ? fresh.ToMerge(_deletions.Find(id)) : _records.Load(id, _deletions.Find(id)))]));
        }

        _papers.Flush();
        _records.Flush();
        return plan.Papers;
    }

    /// <summary>The first record of a paper is new, the others were merged with it; where the paper had a record before, all were.</summary>
    private static void Tell(RegroupedPaper paper, Dictionary<RecordId, int> added, ApplyOutcome[] outcomes)
    {
        var isNew = paper.Records.All(added.ContainsKey);
        foreach (var index in paper.Records.Where(added.ContainsKey).Select(id => added[id]).Order())
        {
            outcomes[index] = isNew ? ApplyOutcome.New : ApplyOutcome.Merged;
            isNew = false;
        }
    }
}
