using System.Text.Json;
using Winnow.Embeddings.Onnx;
using Winnow.Embeddings.Spaces;
using Winnow.Embeddings.Static;
using Xunit;

namespace Winnow.Embeddings.Tests.Spaces;

public sealed class SpaceTranslationTests
{
    private const int Anchors = 500;
    private const int Others = 300;

    private readonly Matrix _latent = SyntheticSpaces.Gaussian(Anchors + Others, 24, seed: 1);

    private static int[] First => [.. Enumerable.Range(0, Anchors)];

    private static int[] Rest => [.. Enumerable.Range(Anchors, Others)];

    [Fact]
    public void Spaces_that_have_nothing_in_common_are_not_translated()
    {
        var stranger = SyntheticSpaces.View(SyntheticSpaces.Gaussian(Anchors, 24, seed: 77), 32, noise: 0, seed: 3);
        Assert.Null(SpaceTranslation.Fit(SyntheticSpaces.Rows(SyntheticSpaces.View(_latent.Take(First), 48, noise: 0, seed: 2)), SyntheticSpaces.Rows(stranger)));
    }

    [Fact]
    public void Too_few_or_unequal_anchors_are_refused()
    {
        var some = SyntheticSpaces.Rows(SyntheticSpaces.View(_latent, 8, noise: 0, seed: 2));
        Assert.Contains("needs 400", Assert.Throws<ArgumentException>(() => SpaceTranslation.Fit(some[..399], some[..399])).Message, StringComparison.Ordinal);
        Assert.Contains("twin", Assert.Throws<ArgumentException>(() => SpaceTranslation.Fit(some, some[1..])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(48, 32)]
    [InlineData(32, 48)]
    [InlineData(32, 32)]
    public void A_turned_and_blurred_space_is_found_again_from_either_side(int sourceDimensions, int targetDimensions)
    {
        var source = SyntheticSpaces.View(_latent, sourceDimensions, noise: 0.1, seed: 2);
        var target = SyntheticSpaces.View(_latent, targetDimensions, noise: 0.1, seed: 5);
        var translation = SpaceTranslation.Fit(SyntheticSpaces.Rows(source.Take(First)), SyntheticSpaces.Rows(target.Take(First)));
        Assert.NotNull(translation);

        var questions = new Matrix(Others, targetDimensions);
        var question = new float[targetDimensions];
        var rows = SyntheticSpaces.Rows(source.Take(Rest));
        for (var i = 0; i < Others; i++)
        {
            translation.Translate(rows[i].Span, question);
            for (var j = 0; j < question.Length; j++) questions[i, j] = question[j];
            Assert.Equal(1, question.Sum(value => value * value), 4);
        }

        Assert.True(CrossSearch.Measure(questions, target.Take(Rest)).ReciprocalRank > 0.9);
        Assert.True(translation.Found.ReciprocalRank > 0.9);
    }

    [Fact]
    public void Every_rule_finds_more_than_guessing_and_the_chosen_one_the_most()
    {
        // Stretched along a few directions, as real spaces are: rotation alone cannot undo that.
        var source = SyntheticSpaces.View(_latent, 48, noise: 0.4, seed: 2);
        var target = SyntheticSpaces.View(_latent, 32, noise: 0.4, seed: 5);
        var (from, to) = (source.Take(First), target.Take(First));
        double Found(ISpaceMap map) => CrossSearch.Measure(map.Translate(source.Take(Rest)), target.Take(Rest)).ReciprocalRank;
        var chosen = Found(SpaceTranslation.Rule(from, to));
        double[] others =
        [
            Found(OrthogonalMap.Fit(from, to, centred: false)), Found(OrthogonalMap.Fit(from, to, centred: true)), Found(LeastSquaresMap.Fit(from, to, 0.1)),
            Found(new RelativeMap(from, to)), Found(new FunctionalMap(from, to, waves: 60, neighbours: 20, commute: 1)),
        ];
        Assert.All(others, found => Assert.InRange(found, 5 * CrossSearch.ByChance(Others).ReciprocalRank, chosen + 0.02));
    }

    [Fact]
    public async Task MiniLM_questions_find_papers_among_vectors_of_the_shipped_model()
    {
        var folder = SharedFiles.MiniLm();
        string[] titles = [.. File.ReadLines(SharedFiles.Require("data/papers/sample-500.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("title").GetString()!)];
        using var transformer = OnnxEmbedder.Open(folder);
        using var shipped = StaticEmbedder.Open(StaticEmbedder.ShippedModel);
        var source = await transformer.GenerateAsync(titles, cancellationToken: TestContext.Current.CancellationToken);
        var target = await shipped.GenerateAsync(titles, cancellationToken: TestContext.Current.CancellationToken);
        var translation = SpaceTranslation.Fit([.. source.Select(one => one.Vector)], [.. target.Select(one => one.Vector)]);
        Assert.NotNull(translation);
        Assert.True(translation.Found.RecallAt10 > 0.9, $"{translation.Found}");
    }
}
