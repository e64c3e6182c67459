using System.Numerics.Tensors;
using Winnow.Embeddings.Static;
using Winnow.Papers;
using Winnow.Search.Meaning;

namespace Winnow.Benchmarks.Quality;

/// <summary>One question of <see cref="LikenessBenchmark"/>.</summary>
/// <param name="More">Liked papers of one subject area.</param>
/// <param name="Less">Disliked papers of the area whose papers are nearest to them.</param>
/// <param name="Hidden">The liked area's other papers.</param>
/// <param name="DislikedArea">All papers of the disliked area.</param>
/// <param name="Chosen">Whether weights are chosen on it.</param>
internal sealed record LikenessCase(
    IReadOnlyList<PaperId> More, IReadOnlyList<PaperId> Less, IReadOnlyDictionary<PaperId, int> Hidden, IReadOnlySet<PaperId> DislikedArea, bool Chosen)
{
    private const int Seed = 20_261_126;
    private const int Examples = 3;

    /// <summary>Draws of examples from each area: one alone would say more of the examples than of the weights.</summary>
    private const int Draws = 4;

    internal static IReadOnlyList<Paper> Papers() => JudgedQuestions.ConferencePapers().Papers;

    /// <summary>Areas of eight papers or more, so that five are left to be found.</summary>
    internal static List<LikenessCase> All()
    {
        var (areas, vectors) = (JudgedQuestions.ConferenceLabels().Questions.Select(label => label.Grades.Keys.Order().ToArray()).Where(area => area.Length >= Examples + 5).ToList(), Vectors());
        var centres = areas.ConvertAll(area => Centre(area, vectors));
        var random = new Random(Seed);
        var cases = new List<LikenessCase>();
        for (var area = 0; area < areas.Count; area++)
        {
            var other = Enumerable.Range(0, areas.Count).Where(i => i != area).MaxBy(i => TensorPrimitives.Dot<float>(centres[area], centres[i]));
            for (var draw = 0; draw < Draws; draw++)
            {
                var (liked, disliked) = (Shuffled(areas[area], random), Shuffled(areas[other], random));
                cases.Add(new LikenessCase(
                    liked[..Examples], disliked[..Examples], liked[Examples..].ToDictionary(id => id, _ => 1), areas[other].ToHashSet(), area % 2 == 0));
            }
        }

        return cases;
    }

    private static PaperId[] Shuffled(PaperId[] papers, Random random)
    {
        var copy = papers.ToArray();
        random.Shuffle(copy);
        return copy;
    }

    private static Dictionary<PaperId, float[]> Vectors()
    {
        using var model = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        return Papers().ToDictionary(paper => paper.Id, paper => model.EmbedAll([PaperContent.Text(paper)]));
    }

    private static float[] Centre(PaperId[] area, Dictionary<PaperId, float[]> vectors)
    {
        var sum = new float[vectors.Values.First().Length];
        foreach (var id in area)
        {
            TensorPrimitives.Add(sum, vectors[id], sum);
        }

        TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
        return sum;
    }
}
