using System.Numerics.Tensors;
using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>Judges a model by papers that it was not fitted to: titles are to find their abstracts, and sentences the rest of theirs.</summary>
public sealed class HeldOutTest
{
    /// <summary>Other papers' abstracts among which those of the held-out ones are to be found.</summary>
    private const int MostOthers = 20_000;

    private const int FewestSentences = 3;
    private const int RanksThatCount = 10;
    private const int Hundred = 100;

    private readonly List<string> _titles = [];
    private readonly List<string> _abstracts = [];
    private readonly List<string> _sentences = [];
    private readonly List<string> _rests = [];
    private readonly List<string> _others = [];

    public HeldOutTest(FittingCorpus corpus)
    {
        foreach (var paper in corpus.HeldOut)
        {
            _titles.Add(paper.Title);
            _abstracts.Add(paper.Abstract);
            var sentences = Fitting.Sentences.Of(paper.Abstract).ToList();
            if (sentences.Count < FewestSentences) continue;
            var taken = sentences.Count / 2;
            _sentences.Add(sentences[taken]);
            _rests.Add($"{paper.Title}\n{string.Join(' ', sentences.Where((_, i) => i != taken))}");
        }

        // Spread over all, so that they are of every year and field.
        var step = Math.Max(1, corpus.Fitted.Count / MostOthers);
        for (var i = 0; i < corpus.Fitted.Count && _others.Count < MostOthers; i += step) _others.Add(corpus.Fitted[i].Abstract);
    }

    /// <summary>Titles as questions for the abstracts alone.</summary>
    public RetrievalScore Titles(StaticEmbedder model, int workers, CancellationToken cancel) => Measure(model, _titles, _abstracts, workers, cancel);

    /// <summary>A sentence from the middle of each abstract, as a question for the paper without it.</summary>
    public RetrievalScore Sentences(StaticEmbedder model, int workers, CancellationToken cancel) => Measure(model, _sentences, _rests, workers, cancel);

    private RetrievalScore Measure(StaticEmbedder model, List<string> questions, List<string> answers, int workers, CancellationToken cancel)
    {
        var dimensions = model.Dimensions;
        var asked = model.EmbedAll(questions, workers, cancel);
        var texts = model.EmbedAll([.. answers, .. _others], workers, cancel);
        var ranks = new int[questions.Count];
        Parallel.For(0, ranks.Length, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, question =>
        {
            var vector = asked.AsSpan(question * dimensions, dimensions);
            var own = TensorPrimitives.Dot(vector, texts.AsSpan(question * dimensions, dimensions));
            var rank = 1;
            for (var text = 0; text < texts.Length / dimensions && rank <= Hundred; text++)
            {
                if (text != question && TensorPrimitives.Dot<float>(vector, texts.AsSpan(text * dimensions, dimensions)) >= own) rank++;
            }

            ranks[question] = rank;
        });
        return new RetrievalScore(
            ranks.Length,
            answers.Count + _others.Count,
            ranks.Length == 0 ? 0 : ranks.Average(rank => rank <= RanksThatCount ? 1 / Math.Log2(rank + 1) : 0),
            Share(ranks, 1),
            Share(ranks, Hundred));
    }

    private static double Share(int[] ranks, int best) => ranks.Length == 0 ? 0 : ranks.Count(rank => rank <= best) / (double)ranks.Length;
}
