using CsCheck;
using Winnow.Index;
using Winnow.Properties;
using Winnow.Search;
using Winnow.Search.Indexing;
using Xunit;

namespace Winnow.Tests.Search;

public sealed class PaperIndexerTests
{
    private static readonly string[] Questions = ["neural speech", "\"deep learning\" graph", "title:attention", "the of with", "robust policy gradient year:2018..2022"];

    [Fact]
    public async Task What_was_imported_is_found_after_a_catch_up_and_what_was_removed_is_not()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(50, seed: 1));
        var added = SomePapers.Paper("Concealment of camouflaged cephalopods");
        fixture.Library.Put(added);
        Assert.Equal(1, await fixture.CatchUpAsync());

        Assert.Equal(added.Id, Assert.Single((await fixture.AskAsync("cephalopods")).Hits).Paper.Id);

        fixture.Library.Remove(added.Id);
        await fixture.CatchUpAsync();

        Assert.Empty((await fixture.AskAsync("cephalopods")).Hits);
    }

    [Fact]
    public async Task A_changed_paper_is_found_by_its_new_words_alone()
    {
        var paper = SomePapers.Paper("Working title");
        using var fixture = await SearchFixture.IndexedAsync(paper);
        fixture.Library.Put(paper with { Title = "Cephalopods" });
        await fixture.CatchUpAsync();

        Assert.Single((await fixture.AskAsync("cephalopods")).Hits);
        Assert.Empty((await fixture.AskAsync("working")).Hits);
    }

    [Fact]
    public async Task An_index_that_is_up_to_date_reads_nothing()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(50, seed: 1));
        var reads = fixture.Library.Reads;

        Assert.Equal(0, await fixture.CatchUpAsync());
        Assert.Equal(reads, fixture.Library.Reads);
    }

    [Fact]
    public void Whatever_the_order_and_batches_a_rebuild_ranks_and_scores_the_same() => Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 1000], Gen.Int[1, 90]).ForAll(
        (seed, order, batch) =>
        {
            using var grown = new SearchFixture();
            var papers = SomePapers.Random(120, seed).ToArray();
            new Random(order).Shuffle(papers);
            foreach (var chunk in papers.Chunk(batch))
            {
                grown.Library.Put(chunk);
                Synchronously(grown.CatchUpAsync());
            }

            var before = Answers(grown);
            Directory.Delete(grown.Index.Folder, recursive: true);
            using var index = new PaperIndex(grown.Index.Folder, TimeProvider.System);
            using var indexer = new PaperIndexer(grown.Library, index, TimeProvider.System);
            Synchronously(indexer.CatchUpAsync(null, CancellationToken.None));
            var after = Answers(grown, new PaperSearch(grown.Library, index, TimeProvider.System));
            return before.SequenceEqual(after);
        },
        iter: 15);

    [Fact]
    public async Task A_damaged_index_is_built_again_and_says_so()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(50, seed: 1));
        var before = Answers(fixture);
        foreach (var file in Directory.EnumerateFiles(fixture.Index.Folder))
        {
            await File.WriteAllTextAsync(file, "not an index", TestContext.Current.CancellationToken);
        }

        using var index = new PaperIndex(fixture.Index.Folder, TimeProvider.System);
        var search = new PaperSearch(fixture.Library, index, TimeProvider.System);
        var damaged = await search.SearchAsync(new SearchRequest { Text = "neural" }, TestContext.Current.CancellationToken);
        var notes = new Notes();
        using var indexer = new PaperIndexer(fixture.Library, index, TimeProvider.System);
        await indexer.CatchUpAsync(notes, TestContext.Current.CancellationToken);

        Assert.Contains("built again", Assert.Single(damaged.Notes), StringComparison.Ordinal);
        Assert.Contains("built again", Assert.Single(notes.Said), StringComparison.Ordinal);
        Assert.Equal(before, Answers(fixture, search));
    }

    [Fact]
    public async Task The_old_index_answers_while_a_rebuild_is_cancelled()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(50, seed: 1));
        var before = Answers(fixture);
        using var cancel = new CancellationTokenSource();
        var stop = new CallBack(_ => cancel.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Indexer.RebuildAsync(stop, cancel.Token));

        Assert.Equal(before, Answers(fixture));
        Assert.Equal(50, await fixture.Indexer.RebuildAsync(null, TestContext.Current.CancellationToken));
        Assert.Equal(before, Answers(fixture));
    }

    [Fact]
    public async Task While_another_writer_holds_the_index_a_catch_up_waits_for_it()
    {
        using var fixture = await SearchFixture.IndexedAsync(SomePapers.Random(50, seed: 1));
        fixture.Library.Put(SomePapers.Paper("Cephalopods"));
        Task<long> waiting;
        using (IndexWriter.Open(fixture.Index.Folder, PaperIndexFields.Schema))
        {
            waiting = fixture.CatchUpAsync();
            Assert.Empty((await fixture.AskAsync("cephalopods")).Hits);
        }

        Assert.Equal(1, await waiting);
        Assert.Single((await fixture.AskAsync("cephalopods")).Hits);
    }

    [Fact]
    public async Task A_follower_finds_what_is_imported_while_it_runs_and_stops_when_told()
    {
        using var fixture = new SearchFixture();
        using var stop = new CancellationTokenSource();
        var caughtUp = new TaskCompletionSource();
        var following = fixture.Indexer.FollowAsync(TimeSpan.FromMilliseconds(5), new CallBack(_ => caughtUp.TrySetResult()), stop.Token);
        fixture.Library.Put(SomePapers.Paper("Cephalopods"));
        await caughtUp.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await fixture.CatchUpAsync();

        Assert.Single((await fixture.AskAsync("cephalopods")).Hits);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task How_far_it_is_can_be_asked_while_it_works_and_only_then()
    {
        using var fixture = new SearchFixture();
        fixture.Library.Put(SomePapers.Paper("Cephalopods"));
        IndexProgress? seen = null;
        Assert.Null(fixture.Indexer.Running);

        await fixture.Indexer.CatchUpAsync(new CallBack(_ => seen = fixture.Indexer.Running), CancellationToken.None);

        Assert.Equal(1, seen?.Papers);
        Assert.Null(fixture.Indexer.Running);
    }

    private static List<string> Answers(SearchFixture fixture, PaperSearch? search = null) =>
    [
        .. Questions.SelectMany(question => Synchronously((search ?? fixture.Search).SearchAsync(new SearchRequest { Text = question, Limit = 200 }, CancellationToken.None)).Hits)
            .Select(hit => $"{hit.Rank} {hit.Paper.Id} {hit.Score:R}"),
    ];

    /// <summary>A property is a plain function, and nothing here waits for anything but the disk.</summary>
    private static T Synchronously<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private sealed class CallBack(Action<IndexProgress> action) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => action(value);
    }

    private sealed class Notes : IProgress<IndexProgress>
    {
        internal List<string> Said { get; } = [];

        public void Report(IndexProgress value)
        {
            if (value.Note is not null)
            {
                Said.Add(value.Note);
            }
        }
    }
}
