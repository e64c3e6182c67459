using System.Numerics;
using System.Runtime.Intrinsics;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>
/// Finds the best documents of a segment by MaxScore over windows of documents with block maxima (after Turtle and Flood 1995, and Ding and Suel 2011).
/// In each window the rarest terms whose bounds reach the threshold are summed for all documents at once; the others are looked up only for documents that
/// can still enter, and a window that no document of can enter is skipped unread.
/// </summary>
internal sealed unsafe class Ranking
{
    private readonly SearchScratch _scratch;
    private readonly Snapshot _snapshot;
    private readonly QueryPlan _plan;
    private readonly TopHits _hits;
    private readonly QueryTerm[] _terms;
    private readonly float[] _bounds;
    private readonly double[] _rest;
    private int _count;
    private int _segment;
    private SegmentReader _reader = null!;
    private float _factor;

    internal Ranking(SearchScratch scratch, Snapshot snapshot, QueryPlan plan, TopHits hits)
    {
        (_scratch, _snapshot, _plan, _hits) = (scratch, snapshot, plan, hits);
        _terms = new QueryTerm[plan.Terms.Count];
        _bounds = new float[plan.Terms.Count];
        _rest = new double[plan.Terms.Count + 1];
    }

    /// <param name="allowed">Documents that may enter, null for all.</param>
    /// <param name="phraseBits">For each wanted phrase the documents that have it.</param>
    internal void Add(int segment, ulong[]? allowed, IReadOnlyList<ulong[]> phraseBits)
    {
        (_segment, _reader, _factor, _count) = (segment, _snapshot.Segments[segment].Reader, _snapshot.BoundFactors[segment], 0);
        foreach (var term in _plan.Terms)
        {
            if (term.Infos[segment] is { } info)
            {
                _scratch.Cursor(_count).Open(_reader, info);
                _terms[_count++] = term;
            }
        }

        if (_count == 0)
        {
            return;
        }

        for (var start = 0; start < _reader.Documents; start += SearchScratch.Window)
        {
            AddWindow(start, Math.Min(start + SearchScratch.Window, _reader.Documents), allowed, phraseBits);
        }
    }

    private void AddWindow(int start, int end, ulong[]? allowed, IReadOnlyList<ulong[]> phraseBits)
    {
        var bonus = 0.0;
        foreach (var phrase in _plan.Phrases)
        {
            bonus += phrase.Bonus;
        }

        SetBounds(start, end);
        // Float sums of a document may exceed the sum of bounds by their rounding.
        var threshold = _hits.Threshold * 0.99999;
        if (_rest[0] == 0 || _rest[0] + bonus < threshold)
        {
            return;
        }

        var essential = 0;
        while (essential < _count && (double.IsNegativeInfinity(threshold) || _rest[essential] + bonus >= threshold))
        {
            essential++;
        }

        AddPhrases(start, end, phraseBits);
        for (var t = 0; t < essential; t++)
        {
            Sum(t, start, end);
        }

        var candidates = Collect(start, end, threshold - _rest[essential], allowed);
        for (var t = essential; t < _count && candidates > 0; t++)
        {
            candidates = LookUp(t, candidates, threshold);
        }

        for (var i = 0; i < candidates; i++)
        {
            var score = _scratch.CandidateSums[i];
            if (score >= _hits.Threshold)
            {
                var document = _scratch.Candidates[i];
                _hits.Add(score, _reader.Ids[document], _segment, document);
            }
        }
    }

    private void SetBounds(int start, int end)
    {
        for (var t = 0; t < _count; t++)
        {
            var cursor = _scratch.Cursor(t);
            var max = 0f;
            if (cursor.SkipTo(start))
            {
                for (var block = cursor.Block; block < cursor.Blocks && cursor.First(block) < end; block++)
                {
                    max = Math.Max(max, cursor.Max(block));
                }
            }

            _bounds[t] = Bm25.Score(_terms[t].Idf, max * _factor);
        }

        _rest[_count] = 0;
        for (var t = _count - 1; t >= 0; t--)
        {
            _rest[t] = _rest[t + 1] + _bounds[t];
        }
    }

    // A phrase's words are terms of the query too, so a document that has the phrase is a candidate in any case.
    private void AddPhrases(int start, int end, IReadOnlyList<ulong[]> phraseBits)
    {
        for (var p = 0; p < phraseBits.Count; p++)
        {
            for (var word = start >> 6; word < (end + 63) >> 6; word++)
            {
                for (var bits = phraseBits[p][word]; bits != 0; bits &= bits - 1)
                {
                    _scratch.Sums[(word << 6) + BitOperations.TrailingZeroCount(bits) - start] += _plan.Phrases[p].Bonus;
                }
            }
        }
    }

    private void Sum(int t, int start, int end)
    {
        var cursor = _scratch.Cursor(t);
        var term = _terms[t];
        fixed (float* sums = _scratch.Sums, scores = _scratch.Scores)
        {
            for (var block = cursor.Block; block < cursor.Blocks && cursor.First(block) < end; block++)
            {
                cursor.Decode(block);
                var from = cursor.Documents[0] >= start ? 0 : LowerBound(cursor, start);
                var to = cursor.Last(block) < end ? cursor.Count : LowerBound(cursor, end);
                if (from >= to)
                {
                    continue;
                }

                var documents = new ReadOnlySpan<int>(cursor.Documents + from, to - from);
                var codes = new ReadOnlySpan<byte>(cursor.Codes + from, to - from);
                BlockScoring.Score(documents, codes, new ReadOnlySpan<uint>(_reader.Lengths, _reader.Documents), term.Norms, term.Idf, _scratch.Scores);
                for (var i = 0; i < documents.Length; i++)
                {
                    // Ascending order was not checked, only that all lie in the block's range; a damaged file may stray out of the window.
                    var place = documents[i] - start;
                    if ((uint)place < SearchScratch.Window)
                    {
                        sums[place] += scores[i];
                    }
                }
            }
        }
    }

    private static int LowerBound(PostingCursor cursor, int document)
    {
        var (low, high) = (0, cursor.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = cursor.Documents[middle] < document ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Gathers the documents whose sums reach <paramref name="floor"/> and clears all sums.</summary>
    private int Collect(int start, int end, double floor, ulong[]? allowed)
    {
        var count = 0;
        var least = Vector256.Create(floor > 0 ? (float)floor * 0.99999f : float.Epsilon);
        fixed (float* sums = _scratch.Sums)
        {
            for (var i = 0; i < end - start; i += Vector256<float>.Count)
            {
                var values = Vector256.Load(sums + i);
                var reached = Vector256.GreaterThanOrEqual(values, least).ExtractMostSignificantBits();
                for (; reached != 0; reached &= reached - 1)
                {
                    var place = i + BitOperations.TrailingZeroCount(reached);
                    var document = start + place;
                    if (allowed is null || (allowed[document >> 6] >> (document & 63) & 1) != 0)
                    {
                        _scratch.Candidates[count] = document;
                        _scratch.CandidateSums[count++] = sums[place];
                    }
                }

                Vector256<float>.Zero.Store(sums + i);
            }
        }

        return count;
    }

    private int LookUp(int t, int candidates, double threshold)
    {
        var cursor = _scratch.Cursor(t);
        var term = _terms[t];
        var kept = 0;
        for (var i = 0; i < candidates; i++)
        {
            var (document, sum) = (_scratch.Candidates[i], _scratch.CandidateSums[i]);
            if (sum + _rest[t] < threshold)
            {
                continue;
            }

            if (cursor.SkipTo(document) && cursor.First(cursor.Block) <= document)
            {
                if (sum + Bm25.Score(term.Idf, cursor.Max(cursor.Block) * _factor) + _rest[t + 1] < threshold)
                {
                    continue;
                }

                var index = cursor.IndexOf(document);
                if (index >= 0)
                {
                    sum += Bm25.Score(term.Idf, term.Norms.Frequency(cursor.Codes[index], _reader.Lengths[document]));
                }
            }

            (_scratch.Candidates[kept], _scratch.CandidateSums[kept++]) = (document, sum);
        }

        return kept;
    }
}
