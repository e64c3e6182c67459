using Microsoft.AspNetCore.Http;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;

namespace Winnow.Web.Pages.Follow;

/// <summary>What a visitor chose to follow, as the form sent it.</summary>
/// <param name="Categories">arXiv categories.</param>
/// <param name="Venues">Venues as <c>kind:name</c>.</param>
/// <param name="Daily">Whether Hugging Face's daily papers are wanted.</param>
/// <param name="Months">How far back, in months.</param>
/// <param name="OtherVenues">Typed venues, one a line.</param>
/// <param name="Feeds">Typed addresses of feeds, one a line.</param>
internal sealed record FollowChoice(IReadOnlyList<string> Categories, IReadOnlyList<string> Venues, bool Daily, int Months, string OtherVenues, string Feeds)
{
    /// <summary>A form that names more was not filled in by a person.</summary>
    private const int MostOfEach = 200;

    private static readonly int[] MonthsOffered = [1, 3, 12, 60];

    public static FollowChoice None { get; } = new([], [], false, 1, "", "");

    public static FollowChoice Read(IFormCollection form)
    {
        var months = int.TryParse(form["months"], out var number) && MonthsOffered.Contains(number) ? number : MonthsOffered[0];
        return new FollowChoice(Texts(form, "category"), Texts(form, "venue"), form.ContainsKey("daily"), months, form["venues"].ToString(), form["feeds"].ToString());
    }

    /// <summary>The sources that this means; what is not understood is told and left out.</summary>
    /// <param name="kinds">What can be followed.</param>
    /// <param name="today">From which the months are counted back.</param>
    public (IReadOnlyList<NewSource> Sources, IReadOnlyList<string> Complaints) Understand(LiveSources kinds, DateOnly today)
    {
        var sources = new List<NewSource>();
        var complaints = new List<string>();
        var since = today.AddMonths(-Months);
        foreach (var category in Categories)
            Try(() => Add("arxiv", category, since));

        if (Daily)
            Try(() => Add("huggingface", "daily", since));

        foreach (var venue in Venues.Select(venue => venue.Split(':', 2)).Where(venue => venue.Length == 2))
            Try(() => Add(venue[0], venue[1], null));

        foreach (var venue in Lines(OtherVenues))
            Try(() => AddVenue(venue));

        foreach (var feed in Lines(Feeds))
            Try(() => Add("feed", feed, null));

        return (sources, complaints);

        void Try(Action add)
        {
            try
            {
                add();
            }
            catch (SourceException wrong)
            {
                complaints.Add(wrong.Message);
            }
        }

        void Add(string kind, string follows, DateOnly? from)
        {
            var source = kinds.Get(kind);
            var usual = source.Check(follows);
            sources.Add(new NewSource($"{source.Kind}:{usual}", source.Kind, usual, source.Interval, from));
        }

        // The Anthology's names are the narrower ones: "ACL 2025" is no venue of OpenReview, and ICLR 2026 none of the Anthology's.
        void AddVenue(string venue)
        {
            try
            {
                Add("openreview", venue, null);
            }
            catch (SourceException)
            {
                Add("acl", venue, null);
            }
        }
    }

    private static IReadOnlyList<string> Texts(IFormCollection form, string name) => [.. form[name].OfType<string>().Distinct().Take(MostOfEach)];

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostOfEach);
}
