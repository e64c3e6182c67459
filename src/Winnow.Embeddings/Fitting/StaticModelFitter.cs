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
        var model = Fit(FittingStart.From(start.Model), papers, recipe, progress, cancel, read);
        StaticModelWriter.Write(path, model with { Name = name, Version = version });
    }

    /// <returns>The model, without name and version.</returns>
    internal static StaticModel Fit(
        FittingStart start, IReadOnlyList<PaperText> papers, Recipe recipe, IProgress<FittingProgress> progress, CancellationToken cancel, Action? read = null)
    {
        if (recipe.HiddenWords.Count == 0) throw new ArgumentException("The recipe has no fit.", nameof(recipe));
        if (papers.Count < recipe.Batch)
            throw new ArgumentException($"A fit needs {recipe.Batch} papers at least, and there are {papers.Count}.", nameof(papers));
        var tokenizer = start.Vocabulary.Tokenizer();
        var tokenized = papers.AsParallel().AsOrdered().WithDegreeOfParallelism(recipe.Threads).WithCancellation(cancel)
            .Select(paper => TokenizedPaper.From(paper, tokenizer)).ToList();
        var questions = QuestionFrames.All.Select(frame => TokenizedPaper.Ids(frame, tokenizer)).ToList();
        var mentions = Mentions.Find(papers, sentence => TokenizedPaper.Ids(sentence, tokenizer)).ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        read?.Invoke();
        var sum = new MeanVectors(start.Vocabulary.Count, start.Dimensions);
        for (var fit = 0; fit < recipe.HiddenWords.Count; fit++)
        {
            var vectors = new TokenVectors(start.Vocabulary.Count, start.Dimensions, recipe.Threads);
            start.Vectors.CopyTo(vectors.Vectors, 0);
            start.LogWeights.CopyTo(vectors.LogWeights, 0);
            var views = new Views(tokenized, questions, mentions, recipe, recipe.HiddenWords[fit]);
            new Trainer(vectors, views, papers.Count, recipe, recipe.Seed + fit).Run(new PartOfProgress(progress, fit, recipe.HiddenWords.Count), cancel);
            sum.Add(vectors);
        }

        return new StaticModel(
            "", "", start.Dimensions, recipe.Saturation, recipe.TitleShare, start.Vocabulary.Pieces, start.Vocabulary.Pairs, sum.Lengths(), sum.Directions());
    }

    // Progress<T> would report later, on another thread, and out of order.
    private sealed class PartOfProgress(IProgress<FittingProgress> whole, int part, int parts) : IProgress<FittingProgress>
    {
        public void Report(FittingProgress value) => whole.Report(value with { Share = (part + value.Share) / parts });
    }
}
