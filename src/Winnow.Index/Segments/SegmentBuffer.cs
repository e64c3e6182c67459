using System.Runtime.InteropServices;
using Winnow.Index.Lexical;
using Winnow.Index.Text;

namespace Winnow.Index.Segments;

/// <summary>
/// Documents in memory that are not yet a segment. Every occurrence is eight bytes in the order of arrival (term, place); writing the segment is one counting
/// sort by term, so that adding a word is an append and nothing is allocated per posting.
/// </summary>
internal sealed class SegmentBuffer
{
    // A place is position × 4 + field and doubles when encoded; words past this position all stand on it.
    private const int MaxPosition = (1 << 28) - 1;

    private readonly IndexSchema _schema;
    private readonly FrequencyCode _code;
    private readonly Analyzer _analyzer = new();
    private readonly List<Term> _analysed = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _termTexts = [];
    private readonly List<uint> _occurrenceTerms;
    private readonly List<uint> _occurrencePlaces;
    private readonly List<int> _documentStarts = [];
    private readonly List<uint> _lengths = [];
    private readonly List<long> _ids = [];
    private readonly List<bool> _dead = [];
    private readonly Dictionary<long, int> _byId = [];
    private KeywordColumn[] _keywords;
    private List<int>[] _numbers;

    internal SegmentBuffer(IndexSchema schema, int capacity)
    {
        _schema = schema;
        _code = new FrequencyCode(schema);
        _occurrenceTerms = new List<uint>(Math.Min(capacity, 1 << 16));
        _occurrencePlaces = new List<uint>(Math.Min(capacity, 1 << 16));
        _keywords = [];
        _numbers = [];
        Clear();
    }

    internal int Occurrences => _occurrenceTerms.Count;

    internal int Documents => _byId.Count;

    /// <summary>The sum over live documents of the rounded lengths of field <paramref name="field"/>.</summary>
    internal long LengthSum(int field)
    {
        var sum = 0L;
        for (var d = 0; d < _lengths.Count; d++)
        {
            sum += _dead[d] ? 0 : FieldLength.Decode(_lengths[d], field);
        }

        return sum;
    }

    internal bool Delete(long id)
    {
        if (!_byId.Remove(id, out var document))
        {
            return false;
        }

        _dead[document] = true;
        return true;
    }

    internal void Add(IndexDocument document)
    {
        Delete(document.Id);
        _byId.Add(document.Id, _ids.Count);
        _ids.Add(document.Id);
        _dead.Add(false);
        _documentStarts.Add(_occurrenceTerms.Count);
        var lengths = 0u;
        for (var f = 0; f < _schema.Texts.Count; f++)
        {
            if (document.Texts.TryGetValue(_schema.Texts[f].Name, out var text))
            {
                lengths |= (uint)FieldLength.Encode(AddText(text, f)) << (8 * f);
            }
        }

        _lengths.Add(lengths);
        for (var k = 0; k < _keywords.Length; k++)
        {
            if (document.Keywords.TryGetValue(_schema.Keywords[k], out var values))
            {
                foreach (var value in values)
                {
                    _keywords[k].Add(_keywords[k].Ordinal(value));
                }
            }

            _keywords[k].EndDocument();
        }

        for (var k = 0; k < _numbers.Length; k++)
        {
            _numbers[k].Add(document.Numbers.TryGetValue(_schema.Numbers[k], out var number) ? number : SegmentFormat.NoNumber);
        }
    }

    /// <summary>Writes the live documents as a segment. The buffer is empty afterwards.</summary>
    internal void WriteTo(string path, float[] averages)
    {
        var renumbered = Renumber(out var live);
        var lengths = new uint[live];
        var ids = new long[live];
        for (var d = 0; d < renumbered.Length; d++)
        {
            if (renumbered[d] >= 0)
            {
                lengths[renumbered[d]] = _lengths[d];
                ids[renumbered[d]] = _ids[d];
            }
        }

        using (var builder = new SegmentBuilder(path, _schema, lengths, averages))
        {
            var ordinals = WriteTerms(builder, renumbered);
            WriteForward(builder, ordinals);
            builder.AddColumns(
                ids,
                [.. _keywords.Select(column => column.Without(_dead))],
                [.. _numbers.Select(column => column.Where((_, d) => !_dead[d]).ToArray())]);
            builder.Finish();
        }

        Clear();
    }

    internal void Clear()
    {
        _terms.Clear();
        _termTexts.Clear();
        _occurrenceTerms.Clear();
        _occurrencePlaces.Clear();
        _documentStarts.Clear();
        _lengths.Clear();
        _ids.Clear();
        _dead.Clear();
        _byId.Clear();
        _keywords = [.. _schema.Keywords.Select(_ => new KeywordColumn())];
        _numbers = [.. _schema.Numbers.Select(_ => new List<int>())];
    }

    private int AddText(string text, int field)
    {
        _analysed.Clear();
        var words = _analyzer.Analyze(text, _schema.Texts[field].Analysis, forIndex: true, _analysed);
        foreach (var term in CollectionsMarshal.AsSpan(_analysed))
        {
            ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term.Value, out var known);
            if (!known)
            {
                ordinal = _termTexts.Count;
                _termTexts.Add(term.Value);
            }

            _occurrenceTerms.Add((uint)ordinal);
            _occurrencePlaces.Add(((uint)Math.Min(term.Position, MaxPosition) << SegmentFormat.FieldBits) | (uint)field);
        }

        return words;
    }

    private int[] Renumber(out int live)
    {
        live = 0;
        var renumbered = new int[_ids.Count];
        for (var d = 0; d < renumbered.Length; d++)
        {
            renumbered[d] = _dead[d] ? -1 : live++;
        }

        return renumbered;
    }

    private int DocumentEnd(int document) => document + 1 < _documentStarts.Count ? _documentStarts[document + 1] : _occurrenceTerms.Count;

    private int[] WriteTerms(SegmentBuilder builder, int[] renumbered)
    {
        var starts = CountByTerm();
        var documents = new int[_occurrenceTerms.Count];
        var places = new uint[_occurrenceTerms.Count];
        var next = starts.ToArray();
        for (var d = 0; d < renumbered.Length; d++)
        {
            for (var i = _documentStarts[d]; i < DocumentEnd(d); i++)
            {
                var at = next[(int)_occurrenceTerms[i]]++;
                documents[at] = renumbered[d];
                places[at] = _occurrencePlaces[i];
            }
        }

        var sorted = new SortedTerms(_termTexts);
        var ordinals = new int[_termTexts.Count];
        var encoder = new PlaceEncoder();
        Span<int> frequencies = stackalloc int[IndexSchema.MaxTextFields];
        for (var rank = 0; rank < sorted.Count; rank++)
        {
            var term = sorted.Ordinal(rank);
            var end = starts[term + 1];
            for (var i = starts[term]; i < end;)
            {
                var document = documents[i];
                var first = i;
                frequencies.Clear();
                while (i < end && documents[i] == document)
                {
                    frequencies[(int)(places[i++] & ((1 << SegmentFormat.FieldBits) - 1))]++;
                }

                if (document >= 0)
                {
                    var own = places.AsSpan(first, i - first);
                    own.Sort();
                    builder.AddPosting(document, _code.Encode(frequencies), encoder.Encode(own));
                }
            }

            ordinals[term] = builder.EndTerm(sorted.Bytes(rank));
        }

        return ordinals;
    }

    private int[] CountByTerm()
    {
        var starts = new int[_termTexts.Count + 1];
        foreach (var term in CollectionsMarshal.AsSpan(_occurrenceTerms))
        {
            starts[term + 1]++;
        }

        for (var t = 0; t < _termTexts.Count; t++)
        {
            starts[t + 1] += starts[t];
        }

        return starts;
    }

    private void WriteForward(SegmentBuilder builder, int[] ordinals)
    {
        var own = new List<int>();
        for (var d = 0; d < _ids.Count; d++)
        {
            if (_dead[d])
            {
                continue;
            }

            own.Clear();
            for (var i = _documentStarts[d]; i < DocumentEnd(d); i++)
            {
                own.Add(ordinals[(int)_occurrenceTerms[i]]);
            }

            var span = CollectionsMarshal.AsSpan(own);
            span.Sort();
            builder.AddForward(span[..Distinct(span)]);
        }
    }

    private static int Distinct(Span<int> ascending)
    {
        var count = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            if (i == 0 || ascending[i] != ascending[i - 1])
            {
                ascending[count++] = ascending[i];
            }
        }

        return count;
    }
}
