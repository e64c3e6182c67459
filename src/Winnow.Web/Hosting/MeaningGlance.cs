using Microsoft.Extensions.DependencyInjection;
using Winnow.Search.Meaning;

namespace Winnow.Web.Hosting;

/// <summary>Which model answers, how many papers it knows, and how far another one is that will take over.</summary>
/// <param name="Model">Name and version of the model that answers.</param>
/// <param name="Dimensions">Values of its vectors.</param>
/// <param name="Known">Papers that it knows.</param>
/// <param name="Papers">Papers of the library.</param>
/// <param name="Coming">The chosen model, while another one answers for it; else null.</param>
/// <param name="ComingKnows">Papers that the chosen model knows.</param>
/// <param name="TimeLeft">Until all papers are embedded; null when nobody knows or nothing is embedded now.</param>
/// <param name="Trouble">Why embedding stands still; null while it goes on.</param>
/// <param name="Beside">Models that rank together with it.</param>
/// <param name="WordsAlone">Whether words alone rank, until a model knows nearly all papers.</param>
/// <param name="Endpoints">Where texts go to be embedded; empty when they stay on this machine.</param>
internal sealed record MeaningGlance(
    string Model, int Dimensions, int Known, long Papers, string? Coming, int ComingKnows, TimeSpan? TimeLeft, string? Trouble, IReadOnlyList<string> Beside, bool WordsAlone, IReadOnlyList<string> Endpoints)
{
    /// <returns>Null on a site without meaning.</returns>
    public static MeaningGlance? Of(IServiceProvider services, long papers)
    {
        if (services.GetService<PaperMeaning>() is not { } meaning)
        {
            return null;
        }

        var (answers, chosen) = (meaning.Answering, meaning.Chosen);
        var ranking = meaning.Ranking(papers);
        var status = services.GetService<EmbeddingStatus>();
        return new MeaningGlance(
            answers.Model.Name,
            answers.Model.Dimensions,
            answers.Papers,
            papers,
            chosen == answers ? null : chosen.Model.Name,
            (int)Math.Max(chosen.Papers, status?.Running?.Covered ?? 0),
            status?.Running?.TimeLeft,
            status?.Trouble,
            [.. ranking.Where(vectors => vectors != answers).Select(vectors => vectors.Model.TranslatedFrom is null ? vectors.Model.Name : $"translated vectors of {vectors.Model.Name}, which answers no more")],
            ranking.Count == 0 && papers > 0,
            [.. meaning.All.Select(vectors => vectors.Model.Endpoint?.Authority).OfType<string>().Distinct()]);
    }

    /// <summary>From 0 to 100.</summary>
    public int ComingPercent => Papers == 0 ? 0 : (int)Math.Min(100, 100L * ComingKnows / Papers);

    /// <summary>As in <c>about 3 minutes</c>; null when nobody knows.</summary>
    public string? Left => Hosting.TimeLeft.Of(TimeLeft);
}
