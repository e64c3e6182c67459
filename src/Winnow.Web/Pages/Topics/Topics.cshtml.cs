using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Trends.Topics;
using Winnow.Web.Hosting;

namespace Winnow.Web.Pages.Topics;

/// <summary>Phrases and named methods that rise faster than their past predicts.</summary>
internal sealed class TopicsModel(TrendingTopics topics, RequestTiming timing) : PageModel
{
    public TopicsQuery Query { get; private set; } = new();

    /// <summary>Null when no paper has a date in the window, or nothing was counted yet.</summary>
    public TopicPage? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = TopicsQuery.Read(Request.Query);
        Found = await timing.SearchAsync(() => topics.GetAsync(Query.Window, Query.Category, TopicsQuery.Shown, cancel, Query.Span));
    }

    /// <summary>The window before (1) or after (-1) the one shown, among those that have papers.</summary>
    public TopicWindow? Beside(int step)
    {
        var at = Found is null ? -1 : Found.Windows.ToList().IndexOf(Found.Window);
        return at >= 0 && at + step >= 0 && at + step < Found!.Windows.Count ? Found.Windows[at + step] : null;
    }
}
