using Microsoft.Extensions.AI;
using Winnow.Index.Vectors;

namespace Winnow.Search.Meaning;

/// <summary>
/// After the model that ships has changed, or when a model has gone from a library that knew no other, its vectors are left and nobody can ask them. Until a model
/// that is here has read nearly all papers, that one's questions are translated for them.
/// </summary>
/// <param name="meaning">Whose searches.</param>
/// <param name="asker">The model whose questions are translated: one that reads papers quickly and asks nobody.</param>
/// <param name="folder">Where the lost model's vectors are.</param>
/// <param name="clock">Paces the looks at how far the asker is.</param>
public sealed class LostModel(PaperMeaning meaning, EmbeddingModel asker, string folder, TimeProvider clock)
{
    /// <summary>Papers that both models have read before a translation is fitted: with as many, questions found nearly what they find with twice as many (<c>bench/results/spaces.md</c>).</summary>
    public const int EnoughAnchors = 1000;

    /// <summary>More make the fit slower and no better.</summary>
    private const int MostAnchors = 2048;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until there is enough to fit to, and lends the vectors; or ends before, when nobody needs them.</summary>
    /// <param name="papers">Papers of the library.</param>
    /// <param name="fit">
    /// Makes, from vectors of some papers by the asker and of the same papers by the lost model, a generator of the lost model's name that translates; null when it
    /// would not find enough.
    /// </param>
    /// <returns>The lost model's name when its vectors are searched from now on; else null.</returns>
    public async Task<string?> FollowAsync(
        long papers, Func<IReadOnlyList<ReadOnlyMemory<float>>, IReadOnlyList<ReadOnlyMemory<float>>, IEmbeddingGenerator<string, Embedding<float>>?> fit, CancellationToken cancel)
    {
        using var left = VectorIndex.Open(folder);
        if (meaning.All.FirstOrDefault(one => one.Model.Name == asker.Name) is not { } own || left.Space is not { } space || !PaperMeaning.IsEnough(left.Count, papers))
        {
            return null;
        }

        while (own.Papers < EnoughAnchors && !meaning.KnowsEnough(papers))
        {
            await Task.Delay(Pause, clock, cancel);
        }

        var (source, target) = Anchors(own, left, space.Dimensions);
        if (source.Count < EnoughAnchors || meaning.KnowsEnough(papers) || await Task.Run(() => fit(source, target), cancel) is not { } translated || meaning.KnowsEnough(papers))
        {
            return null;
        }

        meaning.Lend(new EmbeddingModel(translated, asker.Name));
        return space.Model;
    }

    private static (List<ReadOnlyMemory<float>> Source, List<ReadOnlyMemory<float>> Target) Anchors(PaperVectors own, VectorIndex left, int dimensions)
    {
        var (source, target) = (new List<ReadOnlyMemory<float>>(), new List<ReadOnlyMemory<float>>());
        foreach (var id in own.Sample(2 * MostAnchors))
        {
            var (here, there) = (new float[own.Model.Dimensions], new float[dimensions]);
            if (source.Count < MostAnchors && own.TryGet(id, here) && left.TryGet(id.Value, there))
            {
                source.Add(here);
                target.Add(there);
            }
        }

        return (source, target);
    }
}
