using Winnow.Trends.Topics.Files;

namespace Winnow.Trends.Topics;

/// <summary>Whether the counts of topics are whole, and how far they have followed the library.</summary>
/// <param name="Papers">Papers counted.</param>
/// <param name="Position">The library position that they have reached; 0 when nothing was counted yet.</param>
/// <param name="Problem">What is wrong with them, in one sentence; null when every file is as it was written.</param>
public sealed record TopicsHealth(long Papers, long Position, string? Problem)
{
    /// <summary>Reads every file of the folder.</summary>
    public static TopicsHealth Examine(string folder)
    {
        try
        {
            if (TopicManifest.Read(folder) is not { } manifest || TopicSnapshot.Open(folder) is not { } snapshot)
            {
                return new TopicsHealth(0, 0, null);
            }

            foreach (var window in snapshot.Windows.SelectMany(span => span))
            {
                BucketFile.Read(Path.Combine(folder, manifest.Buckets[window].File));
            }

            var ledger = PaperLedger.Read(Path.Combine(folder, manifest.LedgerFile), manifest.Ledger, manifest.LedgerSum);
            return new TopicsHealth(ledger.Papers, manifest.Position, null);
        }
        catch (Exception damage) when (damage is TopicsDamagedException or IOException)
        {
            return new TopicsHealth(0, 0, damage.Message);
        }
    }
}
