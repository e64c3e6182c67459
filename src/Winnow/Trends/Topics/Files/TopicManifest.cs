namespace Winnow.Trends.Topics.Files;

/// <summary>Which files make the topics of one moment. Replaced by renaming: whatever a killed process left half written is in no manifest.</summary>
/// <param name="Generation">Grows with every commit; the files that a commit writes bear its number.</param>
/// <param name="Position">The library position that was reached.</param>
/// <param name="Drift">Papers that are counted with a text they do not have any more.</param>
/// <param name="Ledger">The entries of the ledger that count.</param>
/// <param name="LedgerSum">Their sum.</param>
/// <param name="LedgerFile">The ledger's name.</param>
/// <param name="AcronymsFile">The acronyms' name.</param>
/// <param name="Buckets">Each window and its file.</param>
internal sealed record TopicManifest(
    long Generation, long Position, long Drift, long Ledger, ulong LedgerSum, string LedgerFile, string AcronymsFile, IReadOnlyDictionary<TopicWindow, BucketEntry> Buckets)
{
    private const string FileName = "topics";
    private const string Kind = "list";

    /// <returns>Null when nothing was counted yet.</returns>
    /// <exception cref="TopicsDamagedException">It cannot be read.</exception>
    internal static TopicManifest? Read(string folder)
    {
        try
        {
            return SealedFile.Read(Path.Combine(folder, FileName), Kind, Read);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal void Write(string folder) => SealedFile.Write(Path.Combine(folder, FileName), Kind, writer =>
    {
        writer.Write(Generation);
        writer.Write(Position);
        writer.Write(Drift);
        writer.Write(Ledger);
        writer.Write(LedgerSum);
        writer.Write(LedgerFile);
        writer.Write(AcronymsFile);
        writer.Write7BitEncodedInt(Buckets.Count);
        foreach (var (window, entry) in Buckets.OrderBy(pair => pair.Key))
        {
            writer.Write((byte)window.Span);
            writer.Write(window.Start.DayNumber);
            writer.Write(entry.File);
            writer.Write7BitEncodedInt(entry.Width);
        }
    });

    /// <summary>Deletes the files of commits that are past. One that a reader still has open stays until the next sweep.</summary>
    internal void Sweep(string folder)
    {
        var kept = Buckets.Values.Select(entry => entry.File).Append(LedgerFile).Append(AcronymsFile).Append(FileName).Append(TopicLock.FileName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !kept.Contains(Path.GetFileName(file))))
        {
            try
            {
                File.Delete(file);
            }
            catch (IOException)
            {
                // Some systems keep an open file: the next commit tries again.
            }
        }
    }

    private static TopicManifest Read(BinaryReader reader)
    {
        var (generation, position, drift, ledger) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        var sum = reader.ReadUInt64();
        var (ledgerFile, acronyms) = (reader.ReadString(), reader.ReadString());
        var buckets = new Dictionary<TopicWindow, BucketEntry>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            buckets.Add(new TopicWindow((TopicSpan)reader.ReadByte(), DateOnly.FromDayNumber(reader.ReadInt32())), new BucketEntry(reader.ReadString(), reader.Read7BitEncodedInt()));
        }

        return new TopicManifest(generation, position, drift, ledger, sum, ledgerFile, acronyms, buckets);
    }
}
