using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Winnow.Trends;
using Winnow.Trends.Topics;

namespace Winnow.Web.Hosting;

/// <summary>Tells a visitor that trends and topics do not know all papers yet, how far they are, and how long it will take.</summary>
/// <param name="services">May have those who compute them; for a site without, another process does.</param>
internal sealed class TrendsGlance(IServiceProvider services)
{
    private readonly TrendUpdater? _trends = services.GetService<TrendUpdater>();
    private readonly TopicFollower? _topics = services.GetService<TopicFollower>();

    /// <summary>One sentence; null while all trends are computed, or as good as all.</summary>
    public string? OfTrends => Of("Trends are being computed", _trends?.Running);

    /// <summary>One sentence; null while all papers are counted, or as good as all.</summary>
    public string? OfTopics => Of("Topics are being counted", _topics?.Running);

    internal static string? Of(string what, WorkProgress? running) => running is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{what}: {running.Done:N0} of {running.Total:N0} papers so far")
            + (TimeLeft.Of(running.TimeLeft) is { } left ? $", {left} to go." : ".");
}
