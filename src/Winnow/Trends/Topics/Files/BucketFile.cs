using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Files;

/// <summary>
/// One bucket. Content: span and first day; papers; categories with their papers; the sketch (depth, width, seed, then each row's cells as signed variable-length
/// integers, a run of zero cells as 0 and its length); the candidates. All lengths are variable-length integers.
/// </summary>
internal static class BucketFile
{
    private const string Kind = "bucket";

    internal static void Write(string path, TopicBucket bucket) => SealedFile.Write(path, Kind, writer =>
    {
        writer.Write7BitEncodedInt((int)bucket.Window.Span);
        writer.Write7BitEncodedInt(bucket.Window.Start.DayNumber);
        writer.Write7BitEncodedInt(bucket.Papers);
        var categories = bucket.Categories.ToList();
        writer.Write7BitEncodedInt(categories.Count);
        foreach (var (name, papers) in categories)
        {
            writer.Write(name);
            writer.Write7BitEncodedInt(papers);
        }

        WriteSketch(writer, bucket.Sketch);
        // All of them: what has a name is not in the sketch.
        var kept = bucket.Heap.All.OrderByDescending(c => c.Count).ThenBy(c => c.Hash).ToList();
        writer.Write7BitEncodedInt(kept.Count);
        kept.ForEach(candidate => WriteCandidate(writer, candidate));
    });

    internal static TopicBucket Read(string path) => SealedFile.Read(path, Kind, reader =>
    {
        var window = new TopicWindow((TopicSpan)reader.Read7BitEncodedInt(), DateOnly.FromDayNumber(reader.Read7BitEncodedInt()));
        var papers = reader.Read7BitEncodedInt();
        var categories = new (string, int)[reader.Read7BitEncodedInt()];
        for (var i = 0; i < categories.Length; i++)
        {
            categories[i] = (reader.ReadString(), reader.Read7BitEncodedInt());
        }

        var bucket = new TopicBucket(window, ReadSketch(reader));
        bucket.Restore(papers, categories);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            bucket.Heap.Enter(ReadCandidate(reader));
        }

        return bucket;
    });

    private static void WriteSketch(BinaryWriter writer, CountSketch sketch)
    {
        writer.Write7BitEncodedInt(sketch.Depth);
        writer.Write7BitEncodedInt(sketch.Width);
        writer.Write(sketch.Seed);
        for (var place = 0; place < sketch.Length;)
        {
            var cell = sketch[place];
            if (cell != 0)
            {
                // Zigzag: small numbers of either sign take one byte.
                writer.Write7BitEncodedInt((cell << 1) ^ (cell >> 31));
                place++;
                continue;
            }

            var first = place;
            while (place < sketch.Length && sketch[place] == 0)
            {
                place++;
            }

            writer.Write7BitEncodedInt(0);
            writer.Write7BitEncodedInt(place - first);
        }
    }

    private static CountSketch ReadSketch(BinaryReader reader)
    {
        var sketch = new CountSketch(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadUInt64());
        for (var place = 0; place < sketch.Length;)
        {
            var code = reader.Read7BitEncodedInt();
            if (code != 0)
            {
                sketch[place++] = (int)((uint)code >> 1) ^ -(code & 1);
            }
            else
            {
                place += reader.Read7BitEncodedInt() is var zeros && zeros > 0 && zeros <= sketch.Length - place ? zeros : throw new InvalidDataException("A run of zeros is too long.");
            }
        }

        return sketch;
    }

    private static void WriteCandidate(BinaryWriter writer, Candidate candidate)
    {
        writer.Write(candidate.Key);
        writer.Write7BitEncodedInt(candidate.Count);
        writer.Write7BitEncodedInt(candidate.Named);
        writer.Write7BitEncodedInt(candidate.Begun);
        writer.Write7BitEncodedInt(candidate.Ended);
        writer.Write7BitEncodedInt(candidate.Seen);
        writer.Write(candidate.Surface);
        writer.Write7BitEncodedInt(candidate.SurfaceVotes);
        writer.Write(candidate.Rival);
        writer.Write7BitEncodedInt(candidate.RivalVotes);
        writer.Write((byte)candidate.Papers.Count);
        candidate.Papers.ForEach(writer.Write);
        writer.Write((byte)candidate.Categories.Count);
        foreach (var (category, papers) in candidate.Categories)
        {
            writer.Write(category);
            writer.Write7BitEncodedInt(papers);
        }
    }

    private static Candidate ReadCandidate(BinaryReader reader)
    {
        var key = reader.ReadString();
        var candidate = new Candidate
        {
            Hash = KeyHash.OfPhrase(key),
            Key = key,
            Count = reader.Read7BitEncodedInt(),
            Named = reader.Read7BitEncodedInt(),
            Begun = reader.Read7BitEncodedInt(),
            Ended = reader.Read7BitEncodedInt(),
            Seen = reader.Read7BitEncodedInt(),
        };
        candidate.Restore(reader.ReadString(), reader.Read7BitEncodedInt(), reader.ReadString(), reader.Read7BitEncodedInt());
        for (var left = reader.ReadByte(); left > 0; left--)
        {
            candidate.Papers.Add(reader.ReadInt64());
        }

        for (var left = reader.ReadByte(); left > 0; left--)
        {
            candidate.Categories.Add((reader.ReadByte(), reader.Read7BitEncodedInt()));
        }

        return candidate;
    }
}
