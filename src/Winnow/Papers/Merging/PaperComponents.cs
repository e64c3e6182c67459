namespace Winnow.Papers.Merging;

/// <summary>
/// Decides which records are one paper, whatever the order in which they arrived. Records are joined when they share an identifier of the work, or the same
/// folded title, an author and years at most two apart; what is connected is one paper. Then records that name no author find their place by a long title: they
/// join the one authored paper of that title and time, if there is exactly one, and if there is none they join each other.
/// </summary>
internal sealed class PaperComponents
{
    private readonly IReadOnlyList<(RecordId Id, RecordIdentity Identity)> _records;
    private readonly int[] _parent;
    private readonly Dictionary<long, List<int>> _titles = [];

    private PaperComponents(IReadOnlyList<(RecordId Id, RecordIdentity Identity)> records)
    {
        _records = records;
        _parent = [.. Enumerable.Range(0, records.Count)];
    }

    /// <summary>
    /// Splits the records into papers. The set must be closed: with a record, every other that shares a <see cref="RecordIdentity.MeetingKeys"/> with it.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<RecordId>> Of(IReadOnlyList<(RecordId Id, RecordIdentity Identity)> records)
    {
        var components = new PaperComponents(records);
        components.JoinByIdentifier();
        components.JoinByTitleAndAuthor();
        components.PlaceAuthorless();
        return Enumerable.Range(0, records.Count).GroupBy(components.Root, i => records[i].Id).Select(group => group.ToList());
    }

    private void JoinByIdentifier()
    {
        var first = new Dictionary<long, int>();
        for (var i = 0; i < _records.Count; i++)
        {
            foreach (var key in _records[i].Identity.WorkKeys)
            {
                if (!first.TryAdd(key, i))
                {
                    Join(first[key], i);
                }
            }
        }
    }

    private void JoinByTitleAndAuthor()
    {
        for (var i = 0; i < _records.Count; i++)
        {
            foreach (var key in _records[i].Identity.TitleKeys)
            {
                if (!_titles.TryGetValue(key, out var group))
                {
                    _titles.Add(key, group = []);
                }

                group.Add(i);
            }
        }

        foreach (var group in _titles.Values.Where(group => group.Count > 1))
        {
            var byAuthor = group
                .SelectMany(i => _records[i].Identity.Authors.Select(author => (Author: author, Record: i)))
                .GroupBy(pair => pair.Author, pair => pair.Record);
            foreach (var records in byAuthor)
            {
                JoinByYear([.. records]);
            }
        }
    }

    /// <summary>Joins every two of the records whose years agree.</summary>
    private void JoinByYear(List<int> records)
    {
        // In the order of years it is enough to look at neighbours; a missing year sorts first and agrees with all.
        records.Sort((a, b) => Nullable.Compare(_records[a].Identity.Year, _records[b].Identity.Year));
        for (var i = 1; i < records.Count; i++)
        {
            if (_records[records[0]].Identity.Year is null)
            {
                Join(records[0], records[i]);
            }
            else if (YearsAgree(records[i - 1], records[i]))
            {
                Join(records[i - 1], records[i]);
            }
        }
    }

    private void PlaceAuthorless()
    {
        var authored = new HashSet<int>();
        for (var i = 0; i < _records.Count; i++)
        {
            if (_records[i].Identity.IsAuthored)
            {
                authored.Add(Root(i));
            }
        }

        // Every place is found before anyone moves, so that the order of the records does not matter.
        var places = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < _records.Count; i++)
        {
            var identity = _records[i].Identity;
            if (!identity.IsAuthored && identity.HasLongTitle && !authored.Contains(Root(i)))
            {
                var found = places.TryGetValue(Root(i), out var known) ? known : places[Root(i)] = [];
                found.UnionWith(AuthoredOfSameTitle(i));
            }
        }

        var nowhere = places.Where(place => place.Value.Count == 0).Select(place => place.Key).ToHashSet();
        var homeless = Enumerable.Range(0, _records.Count)
            .Where(i => _records[i].Identity is { IsAuthored: false, HasLongTitle: true } && nowhere.Contains(Root(i)))
            .GroupBy(i => _records[i].Identity.TitleKeys[0])
            .Select(group => group.ToList())
            .ToList();
        foreach (var (component, found) in places.Where(place => place.Value.Count == 1))
        {
            Join(component, found.Single());
        }

        foreach (var group in homeless)
        {
            JoinByYear(group);
        }
    }

    private IEnumerable<int> AuthoredOfSameTitle(int authorless) =>
        _titles[_records[authorless].Identity.TitleKeys[0]]
            .Where(i => _records[i].Identity.IsAuthored && YearsAgree(i, authorless))
            .Select(Root);

    private bool YearsAgree(int one, int other) => RecordIdentity.YearsAgree(_records[one].Identity.Year, _records[other].Identity.Year);

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            i = _parent[i] = _parent[_parent[i]];
        }

        return i;
    }

    private void Join(int one, int other) => _parent[Root(one)] = Root(other);
}
