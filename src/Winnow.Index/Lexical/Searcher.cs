using System.Numerics;
using Winnow.Index.Segments;
using Winnow.Index.Text;

namespace Winnow.Index.Lexical;

/// <summary>Answers one query in one snapshot.</summary>
internal sealed unsafe class Searcher(SearchScratch scratch, Snapshot snapshot, Analyzer analyzer)
{
    /// <exception cref="ArgumentException">A field is not in the index.</exception>
    internal SearchResult Search(IndexQuery query, SearchOptions options)
    {
        var plan = new QueryCompiler(snapshot, analyzer).Compile(query);
        var filters = options.Filters.Select(filter => (filter.Field, Condition: Check(filter))).ToList();
        var counting = options.Facets.Select(request => (request.Field, Facet: Check(request))).ToList();
        var hits = new TopHits((int)Math.Min((long)options.Offset + options.Limit, Math.Max(1, snapshot.Documents)));
        var ranking = new Ranking(scratch, snapshot, plan, hits);
        var byNumber = options.Sort is { } sort ? snapshot.Schema.NumberOrdinal(sort.Field) : -1;
        var byScore = byNumber < 0 && plan.Terms.Count > 0;
        var (matches, answers) = (0L, new ulong[]?[snapshot.Segments.Length]);
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            var allowed = Allowed(plan, segment);
            var filterBits = filters.Select(filter => Evaluate(filter.Condition, segment)).ToList();
            var filtered = And(allowed, filterBits);
            if (byScore)
            {
                ranking.Add(segment, filtered, [.. plan.Phrases.Select((_, phrase) => plan.Stands(scratch, snapshot, phrase, segment))]);
            }

            if (!byScore || options.CountMatches || counting.Count > 0)
            {
                var matched = Matched(plan, segment, allowed);
                var answer = answers[segment] = And(matched, filterBits)!;
                matches += Count(answer);
                foreach (var (field, facet) in counting)
                {
                    facet.Add(segment, filters.Any(filter => filter.Field == field)
                        ? And(matched, [.. filterBits.Where((_, i) => filters[i].Field != field)])! : answer);
                }

                if (!byScore)
                {
                    AddSorted(hits, segment, answer, byNumber, options.Sort?.Descending ?? true);
                }
            }
        }

        var best = hits.Take().Skip(options.Offset).ToList();
        var scores = DocumentScore.Compute(scratch, snapshot, plan, [.. best.Select(hit => (hit.Segment, hit.Document))]);
        return new SearchResult
        {
            Hits = [.. best.Select((hit, i) => new Hit(
                hit.Id,
                scores[i],
                options.WithExplanations ? DocumentScore.Explain(scratch, snapshot, plan, hit.Segment, hit.Document) : null,
                answers[hit.Segment] is { } bits && (bits[hit.Document >> 6] >> (hit.Document & 63) & 1) != 0))],
            Matches = byScore && !options.CountMatches && counting.Count == 0 ? -1 : matches,
            Terms = plan.Terms.Select(term => term.Text[0] == Analyzer.ExactMark ? analyzer.Stem(term.Display) : term.Text).ToHashSet(StringComparer.Ordinal),
            Facets = counting.ToDictionary(pair => pair.Field, pair => pair.Facet.Take(), StringComparer.Ordinal),
        };
    }

    private FilterConstraint Check(FieldFilter filter)
    {
        _ = filter is NumberFilter ? snapshot.Schema.NumberOrdinal(filter.Field) : snapshot.Schema.KeywordOrdinal(filter.Field);
        return new FilterConstraint(filter);
    }

    private FacetCounting Check(FacetRequest request)
    {
        _ = snapshot.Schema.HasKeyword(request.Field) ? 0 : snapshot.Schema.NumberOrdinal(request.Field);
        return new FacetCounting(snapshot, request);
    }

    private ulong[] Evaluate(Constraint constraint, int segment)
    {
        var bits = Constraint.NewBits(snapshot, segment);
        constraint.Evaluate(scratch, snapshot, segment, bits);
        return bits;
    }

    /// <summary>Live documents for which all of the query's own constraints hold; null for all documents.</summary>
    private ulong[]? Allowed(QueryPlan plan, int segment)
    {
        ulong[]? allowed = null;
        if (snapshot.Segments[segment].Deletes is { } deletes)
        {
            allowed = [.. deletes.Bits.Select(word => ~word)];
        }

        return And(allowed, [.. plan.Required.Select(constraint => Evaluate(constraint, segment))]);
    }

    private ulong[] Matched(QueryPlan plan, int segment, ulong[]? allowed)
    {
        if (plan.Hopeless)
        {
            return Constraint.NewBits(snapshot, segment);
        }

        if (plan.RequiredMass > 0)
        {
            var found = Matching.Find(scratch, snapshot, plan, segment);
            return allowed is null ? found : And(found, [allowed])!;
        }

        var bits = allowed ?? Evaluate(new CombinedConstraint([], all: true), segment);
        var tail = snapshot.Segments[segment].Reader.Documents & 63;
        bits = [.. bits];
        if (tail != 0)
        {
            bits[^1] &= (1UL << tail) - 1;
        }

        return bits;
    }

    private static ulong[]? And(ulong[]? first, List<ulong[]> others)
    {
        if (others.Count == 0)
        {
            return first;
        }

        var bits = first is null ? [.. others[0]] : first.ToArray();
        foreach (var other in first is null ? others.Skip(1) : others)
        {
            for (var i = 0; i < bits.Length; i++)
            {
                bits[i] &= other[i];
            }
        }

        return bits;
    }

    private static long Count(ulong[] bits)
    {
        var count = 0L;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private void AddSorted(TopHits hits, int segment, ulong[] bits, int field, bool descending)
    {
        var reader = snapshot.Segments[segment].Reader;
        var numbers = field < 0 ? null : reader.Numbers(field);
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var document = (word << 6) + BitOperations.TrailingZeroCount(rest);
                // Documents without a number come last in either direction; without a field all keys are equal and the id decides.
                var key = numbers == null ? 0 : numbers[document] == SegmentFormat.NoNumber ? double.MinValue : descending ? numbers[document] : -(double)numbers[document];
                if (key >= hits.Threshold)
                {
                    hits.Add(key, reader.Ids[document], segment, document);
                }
            }
        }
    }
}
