namespace Winnow.Embeddings.Fitting;

/// <summary>Fits token vectors to pairs of views, batch by batch.</summary>
internal sealed class Trainer(TokenVectors vectors, Views views, int papers, Recipe recipe)
{
    private const double WarmUp = 0.05;
    private const double LastPace = 0.02;
    private const int Reports = 50;

    public void Run(IProgress<FittingProgress> progress, CancellationToken cancel)
    {
        var random = new Random(recipe.Seed);
        var loss = Loss();
        var steps = Math.Max(1, (int)(recipe.Epochs * papers / recipe.Batch));
        var (questions, documents) = (new Bags(), new Bags());
        var (questionRows, documentRows, questionGradient, documentGradient) = (Rows(), Rows(), Rows(), Rows());
        var order = Enumerable.Range(0, papers).ToArray();
        var next = papers;
        var sum = 0f;
        var summed = 0;
        for (var step = 0; step < steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            if (next + recipe.Batch > papers)
            {
                random.Shuffle(order);
                next = 0;
            }

            questions.Clear();
            documents.Clear();
            for (var i = 0; i < recipe.Batch; i++) views.Add(order[next++], random, questions, documents);
            vectors.Pool(questions, questionRows);
            vectors.Pool(documents, documentRows);
            sum += loss.Measure(questionRows, documentRows, questionGradient, documentGradient);
            summed++;
            var pace = Pace((double)step / steps);
            vectors.Learn([(questions, questionGradient), (documents, documentGradient)], recipe.Rate * pace, recipe.WeightRate * pace);
            if ((step + 1) % Math.Max(1, steps / Reports) != 0 && step + 1 != steps) continue;
            progress.Report(new FittingProgress((step + 1.0) / steps, sum / summed));
            (sum, summed) = (0, 0);
        }
    }

    private float[] Rows() => new float[recipe.Batch * vectors.Dimensions];

    // Half of the loss is the whole vector's, a quarter each its two prefixes'.
    private ContrastiveLoss Loss() => new(
        recipe.Batch,
        vectors.Dimensions,
        [vectors.Dimensions / 4, vectors.Dimensions / 2, vectors.Dimensions],
        [0.25f, 0.25f, 0.5f],
        recipe.Temperature,
        recipe.Threads);

    private static float Pace(double done) => (float)(Math.Min(1, done / WarmUp) * Math.Min(1, ((1 - done) / (1 - (2 * WarmUp))) + LastPace));
}
