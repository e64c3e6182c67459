using System.Text;
using Microsoft.AspNetCore.Http;
using Winnow.Trends.Topics;

namespace Winnow.Web.Pages.Topics;

/// <summary>What a page of topics says in its address: <c>/topics</c> for the newest month, <c>/topics?span=week</c>, <c>/topics?window=2026-03&amp;category=cs.CL</c>.</summary>
internal sealed record TopicsQuery
{
    public const int Shown = 40;
    private const int LongestName = 200;

    /// <summary>Null for the newest that has enough papers.</summary>
    public TopicWindow? Window { get; init; }

    public TopicSpan Span { get; init; } = TopicSpan.Month;

    public string? Category { get; init; }

    public string Url => Write("/topics");

    public static TopicsQuery Read(IQueryCollection query)
    {
        var category = query["category"].ToString().Trim();
        var window = TopicWindow.TryParse(query["window"], out var asked) ? asked : (TopicWindow?)null;
        return new TopicsQuery
        {
            Window = window,
            Span = window?.Span ?? (query["span"] == "week" ? TopicSpan.Week : TopicSpan.Month),
            Category = category.Length is > 0 and <= LongestName ? category : null,
        };
    }

    /// <summary>The page of one topic as of a window.</summary>
    public static string Topic(string key, TopicWindow? window) =>
        $"/topics/{Uri.EscapeDataString(key)}{(window is { } asked ? $"?window={asked}" : null)}";

    /// <summary>The same at another path.</summary>
    public string Write(string path)
    {
        var url = new StringBuilder(path);
        Append("window", Window?.ToString());
        Append("span", Window is null && Span == TopicSpan.Week ? "week" : null);
        Append("category", Category);
        return url.ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                var separator = url.Length == path.Length ? '?' : '&';
                url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
