using Winnow.Embeddings.Fitting;
using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Fitting;

public sealed class StaticModelFitterTests : IDisposable
{
    private static readonly string[] Subjects = ["moss", "birch", "owl", "trout", "fern", "heron", "beetle", "lichen"];
    private static readonly string[] Doings = ["grows", "hides", "calls", "swims", "spreads", "waits", "digs", "rests"];

    private readonly string _folder = Directory.CreateTempSubdirectory("winnow-fit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Fewer_papers_than_a_batch_are_refused() =>
        Assert.Contains("8 papers at least", Assert.Throws<ArgumentException>(() => Fit(Papers()[..5])).Message, StringComparison.Ordinal);

    [Fact]
    public void Fitting_brings_words_together_that_papers_use_together()
    {
        var losses = new List<float>();
        var model = Fit(Papers(), losses);
        Assert.True(losses[^1] < losses[0] / 2, $"{losses[0]} to {losses[^1]}");
        var path = Path.Combine(_folder, "fitted.bin");
        StaticModelWriter.Write(path, model with { Name = "fitted", Version = "1" });
        using var embedder = StaticEmbedder.Open(path);
        var vectors = embedder.EmbedAll(["owl", "calls", "swims"], cancellation: TestContext.Current.CancellationToken);
        Assert.True(Dot(vectors, 0, 1) > Dot(vectors, 0, 2) + 0.3f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_model() => Assert.Equal(Fit(Papers()).Vectors, Fit(Papers()).Vectors);

    [Fact]
    public void The_number_of_threads_changes_nothing() => Assert.Equal(Fit(Papers(), threads: 1).Vectors, Fit(Papers(), threads: 3).Vectors);

    [Fact]
    public void A_document_can_lose_the_words_of_its_question()
    {
        var (questions, documents) = (new Bags(), new Bags());
        questions.Add([1, 2, 2]);
        questions.Close(0.5f);
        questions.Add([3]);
        questions.Close(0.5f);
        documents.AddUnhidden([1, 2, 3, 4, 3], hiding: questions);
        documents.Close(0.5f);
        Assert.Equal([1, 2, 4], documents.Tokens.ToArray());
    }

    [Fact]
    public void A_model_is_refined_from_where_it_stands()
    {
        var (first, second) = (Path.Combine(_folder, "first.bin"), Path.Combine(_folder, "second.bin"));
        StaticModelWriter.Write(first, Fit(Papers()) with { Name = "first", Version = "1" });
        using var start = StaticEmbedder.Open(first);
        var gently = Recipe() with { Epochs = 0.1, Rate = 1e-6f, WeightRate = 1e-6f };
        StaticModelFitter.Refine(start, Papers(), gently, second, "mine", "2", new Losses([]), TestContext.Current.CancellationToken);
        using var refined = StaticEmbedder.Open(second);
        Assert.Equal("mine@2", refined.ModelName);
        string[] text = ["the owl calls from a birch"];
        var before = start.EmbedAll(text, 1, TestContext.Current.CancellationToken);
        var after = refined.EmbedAll(text, 1, TestContext.Current.CancellationToken);
        Assert.Equal(before, after, (a, b) => MathF.Abs(a - b) < 0.03f);
    }

    [Fact]
    public void A_fit_counts_in_the_mean_as_its_share_says()
    {
        var (one, other) = (new TokenVectors(1, 8, threads: 1), new TokenVectors(1, 8, threads: 1));
        one.Vectors[0] = 4;
        other.Vectors[1] = 4;
        var mean = new MeanVectors(1, 8);
        mean.Add(one, 1);
        mean.Add(other, 3);
        Assert.Equal([1f, 3f], mean.Directions().Take(2).Select(value => value * mean.Lengths()[0]), (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void A_title_without_the_name_before_its_colon_is_kept_beside_it()
    {
        var vocabulary = new VocabularyBuilder(Papers(), words: 60, endings: 5, pairs: 5).Build();
        var tokenizer = vocabulary.Tokenizer();
        var named = TokenizedPaper.From(new PaperText("OwlNet: the owl calls", "The owl calls from a birch at night and sleeps by day."), tokenizer);
        Assert.Equal(TokenizedPaper.Ids("the owl calls", tokenizer), named.NamelessTitle.ToArray());
        Assert.Empty(TokenizedPaper.From(new PaperText("Owls: the owl calls", "The owl calls."), tokenizer).NamelessTitle.ToArray());
        Assert.Empty(TokenizedPaper.From(new PaperText("The owl calls", "The owl calls."), tokenizer).NamelessTitle.ToArray());
    }

    private static StaticModel Fit(PaperText[] papers, List<float>? losses = null, int threads = 2)
    {
        var vocabulary = new VocabularyBuilder(papers, words: 60, endings: 5, pairs: 5).Build();
        var random = new Random(3);
        var vectors = Enumerable.Range(0, vocabulary.Count * 32).Select(_ => (random.NextSingle() - 0.5f) * 0.1f).ToArray();
        return StaticModelFitter.Fit(
            new FittingStart(vocabulary, vectors, new float[vocabulary.Count]),
            papers,
            [Recipe() with { Threads = threads, HiddenWords = 0.5 }, Recipe() with { Threads = threads, Seed = 2, NamelessTitles = 0.5, Share = 2 }],
            new Losses(losses ?? []),
            TestContext.Current.CancellationToken);
    }

    private static Recipe Recipe() => new() { Batch = 8, Epochs = 40, Rate = 0.02f, Temperature = 0.2f };

    // Sixteen papers: every creature does what it alone does.
    private static PaperText[] Papers() =>
    [
        .. Enumerable.Range(0, 16).Select(i => new PaperText(
            $"On the {Subjects[i % 8]}",
            $"In the old forest it {Doings[i % 8]} for the whole of every night. Nobody has seen the {Subjects[i % 8]} do so before the year {1900 + i}.")),
    ];

    private static float Dot(float[] vectors, int one, int other)
    {
        float sum = 0;
        for (var i = 0; i < 32; i++) sum += vectors[(one * 32) + i] * vectors[(other * 32) + i];
        return sum;
    }

    private sealed class Losses(List<float> seen) : IProgress<FittingProgress>
    {
        public void Report(FittingProgress value) => seen.Add(value.Loss);
    }
}
