namespace Winnow.Index.Segments;

/// <summary>The numbers that stand in a segment's table.</summary>
/// <param name="Documents">Documents, deleted ones included.</param>
/// <param name="Terms">Terms of the dictionary.</param>
/// <param name="LengthSums">For each text field the sum of its rounded lengths.</param>
/// <param name="ReferenceAverages">For each text field the average length that the block maxima were computed with.</param>
internal sealed record SegmentFacts(int Documents, int Terms, long[] LengthSums, float[] ReferenceAverages)
{
    internal void Write(BinaryWriter writer)
    {
        writer.Write(Documents);
        writer.Write(Terms);
        writer.Write(LengthSums.Length);
        foreach (var sum in LengthSums)
        {
            writer.Write(sum);
        }

        foreach (var average in ReferenceAverages)
        {
            writer.Write(average);
        }
    }

    internal static SegmentFacts Read(BinaryReader reader)
    {
        var (documents, terms, fields) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (documents < 0 || terms < 0 || fields is < 1 or > IndexSchema.MaxTextFields)
        {
            throw new InvalidDataException("its counts are impossible");
        }

        var sums = new long[fields];
        var averages = new float[fields];
        for (var f = 0; f < fields; f++)
        {
            sums[f] = reader.ReadInt64();
        }

        for (var f = 0; f < fields; f++)
        {
            averages[f] = reader.ReadSingle();
        }

        return new SegmentFacts(documents, terms, sums, averages);
    }
}
