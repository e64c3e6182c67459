using System.Text;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Looks terms up in all segments of a snapshot.</summary>
internal sealed class TermStatistics(Snapshot snapshot)
{
    private readonly Dictionary<(string Text, int FieldMask), QueryTerm> _terms = [];
    private readonly Dictionary<int, FieldNorms> _norms = [];
    private readonly TermCursor[] _cursors = [.. snapshot.Segments.Select(segment => new TermCursor(segment.Reader))];

    internal Snapshot Snapshot => snapshot;

    internal QueryTerm Find(string text, int fieldMask)
    {
        if (_terms.TryGetValue((text, fieldMask), out var known))
        {
            return known;
        }

        Span<byte> bytes = stackalloc byte[SegmentFormat.MaxTermBytes];
        var infos = new TermInfo?[snapshot.Segments.Length];
        var frequency = 0L;
        if (Encoding.UTF8.TryGetBytes(text, bytes, out var length))
        {
            for (var s = 0; s < infos.Length; s++)
            {
                infos[s] = TermDictionary.Find(_cursors[s], bytes[..length]);
                frequency += infos[s] is { } info ? snapshot.Segments[s].LiveFrequency(info) : 0;
            }
        }

        var term = new QueryTerm(text, fieldMask, infos, frequency) { Norms = Norms(fieldMask), CodeBits = snapshot.Code.Bits(fieldMask) };
        term.Idf = Bm25.Idf(snapshot.Documents, frequency);
        _terms.Add((text, fieldMask), term);
        return term;
    }

    /// <summary>Terms that begin with <paramref name="prefix"/>, with their live frequencies.</summary>
    internal Dictionary<string, long> StartingWith(string prefix)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(prefix);
        foreach (var (segment, cursor) in snapshot.Segments.Zip(_cursors))
        {
            for (var more = cursor.Seek(bytes); more && cursor.Term.StartsWith(bytes); more = cursor.Next())
            {
                var text = Encoding.UTF8.GetString(cursor.Term);
                var frequency = segment.LiveFrequency(TermDictionary.Info(segment.Reader, cursor.Ordinal));
                found[text] = found.GetValueOrDefault(text) + frequency;
            }
        }

        return found;
    }

    private FieldNorms Norms(int fieldMask)
    {
        if (fieldMask == snapshot.AllFields)
        {
            return snapshot.Norms;
        }

        if (!_norms.TryGetValue(fieldMask, out var norms))
        {
            norms = new FieldNorms(snapshot.Schema, snapshot.Averages, snapshot.Code, fieldMask);
            _norms.Add(fieldMask, norms);
        }

        return norms;
    }
}
