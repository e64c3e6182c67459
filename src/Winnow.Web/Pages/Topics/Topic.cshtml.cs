using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Trends.Topics;
using Winnow.Web.Hosting;
using Winnow.Web.Links;

namespace Winnow.Web.Pages.Topics;

/// <summary>One topic: its curve, why it rises or does not, and papers that have it.</summary>
internal sealed class TopicModel(TrendingTopics topics, IPaperLibrary library, RequestTiming timing) : PageModel
{
    public RisingTopic Topic { get; private set; } = null!;

    public TopicWindow Window { get; private set; }

    public IReadOnlyList<Paper> Examples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancel)
    {
        var window = TopicsQuery.Read(Request.Query).Window;
        if (await timing.SearchAsync(() => topics.FindAsync(PageLink.Unescape(name), window, cancel)) is not { Curve.Count: > 0 } topic)
        {
            return NotFound();
        }

        (Topic, Window) = (topic, topic.Curve[^1].Window);
        Examples = await library.GetAsync(topic.Examples, cancel);
        return Page();
    }
}
