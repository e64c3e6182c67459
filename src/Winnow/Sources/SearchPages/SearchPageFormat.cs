using System.Globalization;
using System.Text;
using Winnow.Sources.Reading;

namespace Winnow.Sources.SearchPages;

/// <summary>
/// The text of a paper search page (huggingface.co/papers), saved or copied from the browser: a banner, then for each paper its title on one line and its
/// abstract on the next. A kept record is these two lines.
/// </summary>
internal sealed class SearchPageFormat : RecordFormat
{
    private const string Banner = "Get trending papers in your email inbox";
    private const string NoAbstract = "The title stands here without its abstract after it.";
    private const string Button = "Subscribe";
    private const string Byline = "and the research community";

    /// <summary>The longest title on real pages has 176 characters, the shortest abstract 544; in doubt a line is what is due.</summary>
    private const int LongestTitle = 400;
    private const int ShortestAbstract = 100;

    public override string Name => "search-page";

    public override string Description => "the saved text of a paper search page: title and abstract in turn";

    public override bool Sniff(ReadOnlySpan<byte> head, string fileName) => head[..Math.Min(head.Length, 500)].IndexOf(Encoding.UTF8.GetBytes(Banner)) >= 0;

    protected override IEnumerable<RawPiece> Split(Stream content, ReadContext context)
    {
        (string Text, long Line)? title = null;
        foreach (var (text, line) in Results(content))
        {
            if (text is null)
            {
                yield return new RawPiece(default, line, RecordLimits.TooLarge);
                title = null;
            }
            else if (title is not { } open)
            {
                if (text.Length <= LongestTitle)
                    title = (text, line);
                else
                    yield return new RawPiece(Encoding.UTF8.GetBytes(text), line, "An abstract stands here without its title before it.");
            }
            else if (text.Length < ShortestAbstract)
            {
                yield return new RawPiece(Encoding.UTF8.GetBytes(open.Text), open.Line, NoAbstract);
                title = (text, line);
            }
            else
            {
                yield return new RawPiece(Encoding.UTF8.GetBytes($"{open.Text}\n{text}"), open.Line);
                title = null;
            }
        }

        if (title is { } last)
            yield return new RawPiece(Encoding.UTF8.GetBytes(last.Text), last.Line, NoAbstract);
    }

    protected override AdaptedRecord Adapt(ReadOnlyMemory<byte> raw) => SearchPageAdapter.Adapt(SearchResult.Read(Encoding.UTF8.GetString(raw.Span)));

    /// <summary>The lines after the banner. The button's label may be glued to the first title, and a byline and a date may come before it.</summary>
    private static IEnumerable<(string? Text, long Line)> Results(Stream content)
    {
        var inBanner = true;
        var isFirst = false;
        foreach (var (text, line) in TextLines.Of(content))
        {
            if (text is null)
            {
                yield return (null, line);
                continue;
            }

            var rest = text.Trim();
            if (inBanner)
            {
                inBanner = !rest.StartsWith(Button, StringComparison.Ordinal);
                isFirst = !inBanner;
                rest = inBanner ? "" : rest[Button.Length..].TrimStart();
            }

            if (rest.Length == 0 || (isFirst && (rest.EndsWith(Byline, StringComparison.Ordinal) || IsDay(rest))))
                continue;

            isFirst = false;
            yield return (rest, line);
        }
    }

    /// <summary>"Mar 11", on which the page was seen.</summary>
    private static bool IsDay(string text) => DateTime.TryParseExact(text, ["MMM d", "MMM d, yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
