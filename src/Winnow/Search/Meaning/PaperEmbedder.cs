using Winnow.Index;
using Winnow.Index.Vectors;
using Winnow.Papers;

namespace Winnow.Search.Meaning;

/// <summary>
/// Gives every paper a vector of one model, the newest papers first, and then follows the library. What was committed stays: a run that is killed goes on where
/// it stopped, and embeds no text twice.
/// </summary>
public sealed class PaperEmbedder(IPaperLibrary library, PaperVectors vectors, TimeProvider clock)
{
    /// <summary>Papers embedded between two looks at the time, at first, at least and at most: a transformer takes seconds for what the model that ships does in one millisecond.</summary>
    private const int FirstBatch = 32;

    private const int SmallestBatch = 8;

    private const int LargestBatch = 256;

    /// <summary>What takes longer shows too little progress, and what takes less is cut too small.</summary>
    private static readonly TimeSpan LongestBatchTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ShortestBatchTime = TimeSpan.FromSeconds(1);

    private const int ChunkSize = 4096;

    /// <summary>Papers that go first when a model starts from nothing: the newest are what people open.</summary>
    private const int HeadStart = 20_000;

    /// <summary>At most this much work is lost by a kill; a commit costs a flush to disk.</summary>
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Embeds what has no vector of this model, or one of another text.</summary>
    /// <returns>False when another process is embedding with this model: it will get to these papers.</returns>
    public async Task<bool> CatchUpAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        if (vectors.Position >= await library.GetPositionAsync(cancel))
        {
            return true;
        }

        try
        {
            using var writer = VectorWriter.Open(vectors.Folder, new VectorSpace(vectors.Model.Name, vectors.Model.Dimensions));
            vectors.Refresh();
            var run = new Run(this, writer, (await library.CountAsync(cancel)).Papers, progress);
            if (writer.Position == 0)
            {
                await EmbedNewestAsync(run, cancel);
            }

            await EmbedChangesAsync(run, cancel);
            return true;
        }
        catch (IndexLockedException)
        {
            return false;
        }
        catch (IndexCorruptException)
        {
            PaperVectors.Forget(vectors.Folder);
            throw;
        }
    }

    /// <summary>Catches up again and again, <paramref name="pause"/> apart, until cancelled.</summary>
    public async Task FollowAsync(TimeSpan pause, IProgress<EmbeddingProgress>? progress, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(progress, cancel);
                vectors.Refresh();
                await Task.Delay(pause, clock, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (IOException failure)
            {
                // A full disk, an endpoint that is gone, or damage that was just swept away: the next round tries again, and words answer meanwhile.
                progress?.Report(new EmbeddingProgress(0, vectors.Papers, vectors.Papers, null, failure.Message));
                await Task.Delay(RetryInterval, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task EmbedNewestAsync(Run run, CancellationToken cancel)
    {
        for (var offset = 0; offset < HeadStart; offset += ChunkSize)
        {
            var page = await library.GetNewestAsync(offset, Math.Min(ChunkSize, HeadStart - offset), cancel);
            await run.EmbedAsync(page.Papers, position: 0, cancel);
            if (page.Papers.Count < ChunkSize)
            {
                break;
            }
        }

        run.Commit(0);
    }

    private async Task EmbedChangesAsync(Run run, CancellationToken cancel)
    {
        var position = run.Position;
        while (await library.GetChangesAsync(position, ChunkSize, cancel) is { Count: > 0 } changes)
        {
            foreach (var gone in changes.Where(c => c.Paper is null))
            {
                run.Delete(gone.Id);
            }

            await run.EmbedAsync([.. changes.Select(c => c.Paper).OfType<Paper>()], position, cancel);
            position = changes[^1].Position;
            run.CommitIfDue(position);
        }

        run.Commit(position);
    }

    /// <summary>One holder of the write lock.</summary>
    private sealed class Run(PaperEmbedder owner, VectorWriter writer, long papers, IProgress<EmbeddingProgress>? progress)
    {
        private readonly TimeProvider _clock = owner.Clock;
        private readonly long _startedAt = owner.Clock.GetTimestamp();
        private readonly PaperVectors _vectors = owner.Vectors;
        private long _committedAt = owner.Clock.GetTimestamp();
        private long _reportedAt;
        private long _embedded;
        private long _uncommitted;
        private int _batch = FirstBatch;

        internal long Position => writer.Position;

        internal void Delete(PaperId id) => writer.Delete(id.Value);

        /// <summary>Embeds those that need it. A commit on the way keeps <paramref name="position"/>, which all of them lie beyond.</summary>
        internal async Task EmbedAsync(IReadOnlyList<Paper> candidates, long position, CancellationToken cancel)
        {
            var wanting = candidates.Select(Content).Where(c => !_vectors.Contains(c.Id, c.Number)).ToList();
            for (var done = 0; done < wanting.Count;)
            {
                cancel.ThrowIfCancellationRequested();
                var batch = wanting.GetRange(done, Math.Min(_batch, wanting.Count - done));
                var began = _clock.GetTimestamp();
                var embedded = await _vectors.Model.EmbedDocumentsAsync([.. batch.Select(c => c.Text)], cancel);
                Adapt(_clock.GetElapsedTime(began));
                for (var i = 0; i < batch.Count; i++)
                {
                    writer.Put(batch[i].Id.Value, batch[i].Number, embedded[i]);
                }

                done += batch.Count;
                _embedded += batch.Count;
                _uncommitted += batch.Count;
                CommitIfDue(position);
                ReportIfDue();
            }
        }

        private void Adapt(TimeSpan took)
        {
            if (took > LongestBatchTime)
            {
                _batch = Math.Max(SmallestBatch, _batch / 2);
            }
            else if (took < ShortestBatchTime)
            {
                _batch = Math.Min(LargestBatch, _batch * 2);
            }
        }

        internal void CommitIfDue(long position)
        {
            if (_clock.GetElapsedTime(_committedAt) >= CommitInterval)
            {
                Commit(position);
            }
        }

        internal void Commit(long position)
        {
            writer.Commit(position);
            _vectors.Refresh();
            _committedAt = _clock.GetTimestamp();
            _uncommitted = 0;
            Report();
        }

        private static (PaperId Id, string Text, uint Number) Content(Paper paper)
        {
            var text = PaperContent.Text(paper);
            return (paper.Id, text, PaperContent.Number(text));
        }

        private void ReportIfDue()
        {
            if (_clock.GetElapsedTime(_reportedAt) >= ReportInterval)
            {
                Report();
            }
        }

        private void Report()
        {
            _reportedAt = _clock.GetTimestamp();
            var covered = Math.Min(papers, _vectors.Papers + _uncommitted);
            var elapsed = _clock.GetElapsedTime(_startedAt);
            TimeSpan? left = _embedded == 0 ? null : (papers - covered) * (elapsed / _embedded);
            progress?.Report(new EmbeddingProgress(_embedded, covered, papers, left));
        }
    }

    private TimeProvider Clock => clock;

    private PaperVectors Vectors => vectors;
}
