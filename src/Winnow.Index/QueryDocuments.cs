using System.Collections.Concurrent;
using Winnow.Index.Lexical;
using Winnow.Index.Segments;
using Winnow.Index.Text;

namespace Winnow.Index;

/// <summary>
/// The documents that a query and filters admit, whatever their words, and what the query's words are worth in them: for candidates that another index found.
/// Sees one commit, which stays open until this is disposed. Not thread-safe.
/// </summary>
public sealed class QueryDocuments : IDisposable
{
    private readonly Snapshot _snapshot;
    private readonly (SearchScratch Scratch, Analyzer Analyzer) _tools;
    private readonly ConcurrentBag<(SearchScratch Scratch, Analyzer Analyzer)> _idle;
    private readonly QueryPlan _plan;
    private readonly ulong[]?[] _allowed;

    private bool _disposed;

    /// <param name="snapshot">Acquired; released when this is disposed.</param>
    /// <param name="tools">This object's own until then.</param>
    /// <param name="idle">Where they go afterwards.</param>
    internal QueryDocuments(
        Snapshot snapshot,
        (SearchScratch Scratch, Analyzer Analyzer) tools,
        ConcurrentBag<(SearchScratch Scratch, Analyzer Analyzer)> idle,
        IndexQuery query,
        IReadOnlyList<FieldFilter> filters)
    {
        (_snapshot, _tools, _idle) = (snapshot, tools, idle);
        _plan = new QueryCompiler(snapshot, tools.Analyzer).Compile(query);
        Constraint[] constraints = [.. _plan.Required, .. filters.Select(filter => new FilterConstraint(filter))];
        _allowed = [.. snapshot.Segments.Select((_, segment) => Evaluate(constraints, segment))];
    }

    public bool Contains(long id) => Find(id) is not null;

    /// <summary>The scores that <see cref="SearchIndex.Search"/> would give the documents, in their order; 0 for one that has none of the words or is not admitted.</summary>
    public float[] Scores(IReadOnlyList<long> ids)
    {
        var scores = new float[ids.Count];
        var known = Enumerable.Range(0, ids.Count).Select(i => (Id: i, Place: Find(ids[i]))).Where(found => found.Place is not null).ToList();
        var computed = DocumentScore.Compute(_tools.Scratch, _snapshot, _plan, [.. known.Select(found => found.Place!.Value)]);
        for (var i = 0; i < computed.Length; i++)
        {
            scores[known[i].Id] = computed[i];
        }

        return scores;
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _idle.Add(_tools);
            _snapshot.Release();
        }
    }

    private (int Segment, int Document)? Find(long id) =>
        _snapshot.Find(id) is var (segment, document) && (_allowed[segment] is not { } bits || (bits[document >> 6] >> (document & 63) & 1) != 0)
            ? (segment, document) : null;

    /// <summary>Null when nothing is constrained.</summary>
    private ulong[]? Evaluate(Constraint[] constraints, int segment)
    {
        ulong[]? all = null;
        foreach (var constraint in constraints)
        {
            var bits = Constraint.NewBits(_snapshot, segment);
            constraint.Evaluate(_tools.Scratch, _snapshot, segment, bits);
            for (var i = 0; i < bits.Length && all is not null; i++)
            {
                bits[i] &= all[i];
            }

            all = bits;
        }

        return all;
    }
}
