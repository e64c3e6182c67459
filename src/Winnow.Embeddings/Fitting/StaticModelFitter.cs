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
    /// <exception cref="ArgumentException">There are fewer papers than a batch has.</exception>
    public static void Refine(
        StaticEmbedder start,
        IReadOnlyList<PaperText> papers,
        Recipe recipe,
        string path,
        string name,
        string version,
        IProgress<FittingProgress> progress,
        CancellationToken cancel)
    {
        var model = Fit(FittingStart.From(start.Model), papers, recipe, progress, cancel);
        StaticModelWriter.Write(path, model with { Name = name, Version = version });
    }

    /// <returns>The model, without name and version.</returns>
    internal static StaticModel Fit(
        FittingStart start, IReadOnlyList<PaperText> papers, Recipe recipe, IProgress<FittingProgress> progress, CancellationToken cancel)
    {
        if (papers.Count < recipe.Batch)
            throw new ArgumentException($"A fit needs {recipe.Batch} papers at least, and there are {papers.Count}.", nameof(papers));
        var tokenizer = start.Vocabulary.Tokenizer();
        var tokenized = papers.AsParallel().AsOrdered().WithDegreeOfParallelism(recipe.Threads).WithCancellation(cancel)
            .Select(paper => TokenizedPaper.From(paper, tokenizer)).ToList();
        var questions = QuestionFrames.All.Select(frame => TokenizedPaper.Ids(frame, tokenizer)).ToList();
        var mentions = Mentions.Find(papers)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Select(sentence => TokenizedPaper.Ids(sentence, tokenizer)).ToArray());
        var vectors = new TokenVectors(start.Vocabulary.Count, start.Dimensions, recipe.Threads);
        start.Vectors.CopyTo(vectors.Vectors, 0);
        start.LogWeights.CopyTo(vectors.LogWeights, 0);
        new Trainer(vectors, new Views(tokenized, questions, mentions, recipe), papers.Count, recipe).Run(progress, cancel);
        return new StaticModel(
            "", "", start.Dimensions, recipe.Saturation, recipe.TitleShare, start.Vocabulary.Pieces, start.Vocabulary.Pairs,
            [.. vectors.LogWeights.Select(MathF.Exp)], vectors.Vectors);
    }
}
