using Winnow.Embeddings.Static;

namespace Winnow.Embeddings.Fitting;

/// <summary>
/// Fits a static model to papers: something like a question, made from each paper, is brought nearer to the rest of it than to every other paper of the
/// batch. The card of the model that ships says what was tried.
/// </summary>
public static class StaticModelFitter
{
    /// <summary>Moves an existing model towards the given papers.</summary>
    /// <param name="path">The new model's file.</param>
    /// <param name="name">Its name, at most 32 bytes of UTF-8, and <paramref name="version"/>, at most 16.</param>
    /// <param name="read">Called when the papers' texts are needed no more.</param>
    /// <exception cref="ArgumentException">There are fewer papers than a batch has.</exception>
    public static void Refine(
        StaticEmbedder start,
        IReadOnlyList<PaperText> papers,
        Recipe recipe,
        string path,
        string name,
        string version,
        IProgress<FittingProgress> progress,
        CancellationToken cancel,
        Action? read = null)
    {
        var model = Fit(FittingStart.From(start.Model), papers, [recipe], progress, cancel, read);
        StaticModelWriter.Write(path, model with { Name = name, Version = version });
    }

    /// <param name="fits">The model is their mean. Saturation, title share and threads are the first one's.</param>
    /// <returns>The model, without name and version.</returns>
    internal static StaticModel Fit(
        FittingStart start, IReadOnlyList<PaperText> papers, IReadOnlyList<Recipe> fits, IProgress<FittingProgress> progress, CancellationToken cancel, Action? read = null)
    {
        if (fits.Count == 0) throw new ArgumentException("There is no fit.", nameof(fits));
        if (fits.FirstOrDefault(fit => papers.Count < fit.Batch) is { } large)
            throw new ArgumentException($"A fit needs {large.Batch} papers at least, and there are {papers.Count}.", nameof(papers));
        var tokenizer = start.Vocabulary.Tokenizer();
        var tokenized = papers.AsParallel().AsOrdered().WithDegreeOfParallelism(fits[0].Threads).WithCancellation(cancel)
            .Select(paper => TokenizedPaper.From(paper, tokenizer)).ToList();
        var questions = QuestionFrames.All.Select(frame => TokenizedPaper.Ids(frame, tokenizer)).ToList();
        var mentions = Mentions.Find(papers, sentence => TokenizedPaper.Ids(sentence, tokenizer)).ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        read?.Invoke();
        var sum = new MeanVectors(start.Vocabulary.Count, start.Dimensions);
        var (done, all) = (0.0, fits.Sum(fit => fit.Epochs));
        foreach (var fit in fits)
        {
            var vectors = new TokenVectors(start.Vocabulary.Count, start.Dimensions, fit.Threads);
            start.Vectors.CopyTo(vectors.Vectors, 0);
            start.LogWeights.CopyTo(vectors.LogWeights, 0);
            var trainer = new Trainer(vectors, new Views(tokenized, questions, mentions, fit), papers.Count, fit);
            trainer.Run(new PartOfProgress(progress, done / all, fit.Epochs / all), cancel);
            done += fit.Epochs;
            sum.Add(vectors, fit.Share);
        }

        return new StaticModel(
            "", "", start.Dimensions, fits[0].Saturation, fits[0].TitleShare, start.Vocabulary.Pieces, start.Vocabulary.Pairs, sum.Lengths(), sum.Directions());
    }

    // Progress<T> would report later, on another thread, and out of order.
    private sealed class PartOfProgress(IProgress<FittingProgress> whole, double before, double share) : IProgress<FittingProgress>
    {
        public void Report(FittingProgress value) => whole.Report(value with { Share = before + (value.Share * share) });
    }
}
