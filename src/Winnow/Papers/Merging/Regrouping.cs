namespace Winnow.Papers.Merging;

/// <summary>What changing some records does to the papers: those to write again, and those that are no more.</summary>
/// <param name="Papers">Papers with a new set of records, or with a changed record; all others stay as they are.</param>
/// <param name="Gone">Papers that no longer exist under their id.</param>
public sealed record Regrouping(IReadOnlyList<RegroupedPaper> Papers, IReadOnlyList<PaperId> Gone)
{
    /// <summary>Works out the consequences of a batch of changes.</summary>
    /// <param name="changes">Each record that is new, replaced or removed, with its new identity; null when it is removed.</param>
    /// <param name="held">Those of the changed records that the library holds now.</param>
    /// <param name="find">The held records that have at least one of these keys; may give a record twice, and changed ones in either state.</param>
    public static Regrouping Of(
        IReadOnlyDictionary<RecordId, RecordIdentity?> changes,
        IReadOnlyCollection<HeldRecord> held,
        Func<IReadOnlyCollection<long>, IEnumerable<HeldRecord>> find)
    {
        var before = new Dictionary<RecordId, HeldRecord>();
        var asked = new HashSet<long>();
        var toAsk = new List<long>();
        foreach (var identity in changes.Values)
        {
            Ask(identity);
        }

        foreach (var record in held)
        {
            Meet(record);
        }

        // Until nothing new is met, so that what is loaded is closed both as it was and as it will be.
        while (toAsk.Count > 0)
        {
            var keys = toAsk.ToArray();
            toAsk.Clear();
            foreach (var record in find(keys).Where(record => !changes.ContainsKey(record.Id)))
            {
                Meet(record);
            }
        }

        return Compare(before, changes);

        void Meet(HeldRecord record)
        {
            if (before.TryAdd(record.Id, record))
            {
                Ask(record.Identity);
            }
        }

        void Ask(RecordIdentity? identity) => toAsk.AddRange((identity?.MeetingKeys ?? []).Where(asked.Add));
    }

    private static Regrouping Compare(Dictionary<RecordId, HeldRecord> before, IReadOnlyDictionary<RecordId, RecordIdentity?> changes)
    {
        var after = before.Values.Where(record => !changes.ContainsKey(record.Id)).Select(record => (record.Id, record.Identity))
            .Concat(changes.Where(change => change.Value is not null).Select(change => (change.Key, change.Value!)))
            .OrderBy(record => record.Item1.Value)
            .ToList();
        var sizes = before.Values.GroupBy(record => record.Paper).ToDictionary(group => group.Key, group => group.Count());
        var papers = new List<RegroupedPaper>();
        var kept = new HashSet<PaperId>();
        foreach (var records in PaperComponents.Of(after))
        {
            var id = new PaperId(records.Min(record => record.Value));
            kept.Add(id);
            var isAsBefore = sizes.GetValueOrDefault(id) == records.Count
                && records.All(record => !changes.ContainsKey(record) && before[record].Paper == id);
            if (!isAsBefore)
            {
                papers.Add(new RegroupedPaper(id, records));
            }
        }

        return new Regrouping(papers, [.. sizes.Keys.Where(id => !kept.Contains(id)).Order()]);
    }
}
