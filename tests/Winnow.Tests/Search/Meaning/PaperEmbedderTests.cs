using Winnow.Search.Meaning;
using Xunit;

namespace Winnow.Tests.Search.Meaning;

public sealed class PaperEmbedderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-meaning-").FullName;
    private readonly InMemoryLibrary _library = new();
    private readonly SynonymGenerator _generator = new("small/1");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_without_embedding_twice()
    {
        _library.Put(SomePapers.Random(600, seed: 1));
        using var cancel = new CancellationTokenSource();
        var batches = 0;
        _generator.Before = () =>
        {
            if (++batches == 2)
            {
                cancel.Cancel();
            }
        };
        using var vectors = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Embedder(vectors).CatchUpAsync(null, cancel.Token));

        _generator.Before = null;
        await CatchUpAsync(vectors);
        Assert.Equal(600, vectors.Papers);
        var afterwards = _generator.Embedded;
        await CatchUpAsync(vectors);
        Assert.Equal(afterwards, _generator.Embedded);
    }

    [Fact]
    public async Task A_changed_text_is_embedded_again_and_a_changed_year_is_not()
    {
        var papers = SomePapers.Random(50, seed: 2);
        _library.Put(papers);
        using var vectors = Open();
        await CatchUpAsync(vectors);
        var before = _generator.Embedded;

        _library.Put(papers[0] with { Abstract = "Something else altogether." }, papers[1] with { Year = 1999 });
        await CatchUpAsync(vectors);
        Assert.Equal(before + 1, _generator.Embedded);
    }

    [Fact]
    public async Task A_removed_paper_is_no_longer_near_anything()
    {
        var papers = SomePapers.Random(20, seed: 3);
        _library.Put(papers);
        using var vectors = Open();
        await CatchUpAsync(vectors);

        _library.Remove(papers[5].Id);
        await CatchUpAsync(vectors);
        Assert.Equal(19, vectors.Papers);
        Assert.DoesNotContain(vectors.Nearest(new float[64], 50), hit => hit.Id == papers[5].Id.Value);
    }

    [Fact]
    public async Task While_another_process_embeds_this_one_leaves_it_to_it()
    {
        _library.Put(SomePapers.Random(5, seed: 4));
        using var vectors = Open();
        using (Winnow.Index.Vectors.VectorWriter.Open(vectors.Folder, new Winnow.Index.Vectors.VectorSpace("small/1", 64)))
        {
            Assert.False(await Embedder(vectors).CatchUpAsync(null, TestContext.Current.CancellationToken));
        }

        Assert.True(await Embedder(vectors).CatchUpAsync(null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_model_that_gives_another_dimension_than_it_promises_is_refused()
    {
        _library.Put(SomePapers.Random(5, seed: 5));
        using var generator = new WrongDimensions();
        using var vectors = PaperVectors.Open(_folder, new EmbeddingModel(generator), TimeProvider.System);
        var problem = await Assert.ThrowsAsync<InvalidDataException>(
            () => new PaperEmbedder(_library, vectors, TimeProvider.System).CatchUpAsync(null, TestContext.Current.CancellationToken));
        Assert.Contains("promises 8", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_vectors_are_forgotten_and_made_anew()
    {
        _library.Put(SomePapers.Random(30, seed: 7));
        using (var vectors = Open())
        {
            await CatchUpAsync(vectors);
            File.WriteAllText(Path.Combine(vectors.Folder, "vectors"), "torn");
        }

        using var again = Open();
        Assert.Equal(0, again.Papers);
        await CatchUpAsync(again);
        Assert.Equal(30, again.Papers);
    }

    [Fact]
    public async Task The_old_model_answers_until_the_new_one_knows_as_many_papers()
    {
        _library.Put(SomePapers.Random(300, seed: 6));
        using var old = new SynonymGenerator("old/1");
        using (var before = new PaperMeaning(_library, _folder, [new EmbeddingModel(old)], TimeProvider.System))
        {
            await before.CatchUpAsync(null, TestContext.Current.CancellationToken);
        }

        using var meaning = new PaperMeaning(_library, _folder, [new EmbeddingModel(_generator), new EmbeddingModel(old)], TimeProvider.System);
        Assert.Equal("old/1", meaning.Answering.Model.Name);
        await meaning.CatchUpAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal("small/1", meaning.Answering.Model.Name);
    }

    private PaperVectors Open() => PaperVectors.Open(_folder, new EmbeddingModel(_generator), TimeProvider.System);

    private PaperEmbedder Embedder(PaperVectors vectors) => new(_library, vectors, TimeProvider.System);

    private Task<bool> CatchUpAsync(PaperVectors vectors) => Embedder(vectors).CatchUpAsync(null, TestContext.Current.CancellationToken);
}
