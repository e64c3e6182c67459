using System.Runtime.InteropServices;
using Winnow.Index.Segments;

namespace Winnow.Index.Lexical;

/// <summary>Holds where a phrase stands: the documents that have all its terms, then their places.</summary>
internal sealed unsafe class PhraseConstraint(QueryPhrase phrase) : Constraint
{
    internal override void Evaluate(SearchScratch scratch, Snapshot snapshot, int segment, ulong[] bits)
    {
        var terms = phrase.Terms;
        if (terms.Count == 0 || terms.Any(term => term.Infos[segment] is null))
        {
            return;
        }

        var lead = 0;
        for (var t = 0; t < terms.Count; t++)
        {
            scratch.Cursor(t).Open(snapshot.Segments[segment].Reader, terms[t].Infos[segment]!.Value);
            lead = terms[t].Infos[segment]!.Value.Frequency < terms[lead].Infos[segment]!.Value.Frequency ? t : lead;
        }

        var indexes = new int[terms.Count];
        var cursor = scratch.Cursor(lead);
        for (var block = 0; block < cursor.Blocks; block++)
        {
            cursor.Decode(block);
            for (var i = 0; i < cursor.Count; i++)
            {
                var document = cursor.Documents[i];
                indexes[lead] = i;
                if (HasAll(scratch, lead, document, indexes) && Stands(scratch, indexes))
                {
                    bits[document >> 6] |= 1UL << (document & 63);
                }
            }
        }
    }

    private bool HasAll(SearchScratch scratch, int lead, int document, int[] indexes)
    {
        for (var t = 0; t < phrase.Terms.Count; t++)
        {
            if (t == lead)
            {
                continue;
            }

            var cursor = scratch.Cursor(t);
            if (!cursor.SkipTo(document) || cursor.First(cursor.Block) > document || (indexes[t] = cursor.IndexOf(document)) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Stands(SearchScratch scratch, int[] indexes)
    {
        for (var t = 0; t < indexes.Length; t++)
        {
            scratch.Cursor(t).ReadPlaces(indexes[t], scratch.Places(t));
        }

        foreach (var place in scratch.Places(0))
        {
            if ((phrase.FieldMask >> (int)(place & ((1 << SegmentFormat.FieldBits) - 1)) & 1) == 0)
            {
                continue;
            }

            var t = 1;
            while (t < indexes.Length
                && CollectionsMarshal.AsSpan(scratch.Places(t)).BinarySearch(place + ((uint)phrase.Offsets[t] << SegmentFormat.FieldBits)) >= 0)
            {
                t++;
            }

            if (t == indexes.Length)
            {
                return true;
            }
        }

        return false;
    }
}
