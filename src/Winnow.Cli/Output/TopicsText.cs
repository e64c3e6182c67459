using System.Globalization;
using Winnow.Trends.Topics;

namespace Winnow.Cli.Output;

/// <summary>Rising topics for a person at a terminal.</summary>
internal sealed class TopicsText(Terminal terminal)
{
    private const int CurveShown = 24;
    private const string Levels = "▁▂▃▄▅▆▇█";

    public void Write(TopicPage page)
    {
        if (page.Note is { } note)
        {
            terminal.Error.WriteLine(note);
        }

        for (var i = 0; i < page.Topics.Count; i++)
        {
            terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}  "));
            Write(page.Topics[i]);
        }

        terminal.Out.WriteLine(terminal.Faint(string.Create(
            CultureInfo.InvariantCulture, $"{page.Topics.Count} rising topics of {page.Window} ({page.Papers:N0} papers), the most surprising first.")));
    }

    public void Write(RisingTopic topic)
    {
        var expansion = topic.Expansion is null ? "" : $" ({topic.Expansion})";
        terminal.Out.WriteLine($"{terminal.Bold(topic.Name)}{expansion}  {Curve(topic)}");
        terminal.Out.WriteLine($"     {topic.Why}");
        if (topic.Variants.Count > 0)
        {
            terminal.Out.WriteLine($"     also: {string.Join(", ", topic.Variants)}");
        }

        terminal.Out.WriteLine(terminal.Faint($"     winnow search '{topic.Query}'"));
        terminal.Out.WriteLine();
    }

    /// <summary>The share of papers, its highest point being full height.</summary>
    private static string Curve(RisingTopic topic)
    {
        var shares = topic.Curve.TakeLast(CurveShown).Select(point => point.Share).ToList();
        var highest = shares.DefaultIfEmpty().Max();
        return highest == 0 ? "" : string.Concat(shares.Select(share => share == 0 ? ' ' : Levels[(int)Math.Min(Levels.Length - 1, share / highest * Levels.Length)]));
    }
}
