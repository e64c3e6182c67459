using Winnow.Index;
using Winnow.Papers;
using Winnow.Search.Language;

namespace Winnow.Search.Indexing;

/// <summary>What the index is told of a paper.</summary>
internal static class PaperDocuments
{
    internal static IndexDocument Of(Paper paper) => new(paper.Id.Value)
    {
        Texts = Texts(paper),
        Keywords = Keywords(paper),
        Numbers = Numbers(paper),
    };

    /// <summary>A paper in two proceedings has both venues in one field ("LREC,COLING").</summary>
    internal static IReadOnlyList<string> Venues(Paper paper) =>
        paper.Venue?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Dictionary<string, string> Texts(Paper paper)
    {
        var texts = new Dictionary<string, string>(4) { [PaperIndexFields.Title] = paper.Title };
        if (paper.Abstract is { Length: > 0 } text)
        {
            texts[PaperIndexFields.Abstract] = text;
        }

        if (paper.Authors.Count > 0)
        {
            texts[PaperIndexFields.Authors] = string.Join('\n', paper.Authors.Select(author => author.Name));
        }

        if (paper.Keywords.Count > 0 || paper.Tldr is not null)
        {
            // A line's end keeps a phrase from running from one keyword into the next.
            texts[PaperIndexFields.Extra] = string.Join("\n", paper.Tldr is null ? paper.Keywords : paper.Keywords.Append(paper.Tldr));
        }

        return texts;
    }

    private static Dictionary<string, IReadOnlyList<string>> Keywords(Paper paper)
    {
        var keywords = new Dictionary<string, IReadOnlyList<string>>(4)
        {
            [PaperIndexFields.Source] = [.. paper.Records.Select(record => record.Source)],
            [PaperIndexFields.Has] = [.. Assets(paper)],
        };
        if (Venues(paper) is { Count: > 0 } venues)
        {
            keywords[PaperIndexFields.Venue] = venues;
        }

        if (paper.Categories.Count > 0)
        {
            keywords[PaperIndexFields.Category] = paper.Categories;
        }

        return keywords;
    }

    private static IEnumerable<string> Assets(Paper paper)
    {
        if (paper.Code is not null)
        {
            yield return PaperAsset.Code;
        }

        if (paper.Abstract is not null)
        {
            yield return PaperAsset.Abstract;
        }

        if (paper.Pdf is not null)
        {
            yield return PaperAsset.Pdf;
        }
    }

    private static Dictionary<string, int> Numbers(Paper paper)
    {
        var numbers = new Dictionary<string, int>(3);
        if (paper.Year is { } year)
        {
            numbers[PaperIndexFields.Year] = year;
        }

        if (Appeared(paper) is { } day)
        {
            numbers[PaperIndexFields.Date] = day.DayNumber;
        }

        if (TitleKey.Of(paper.Title) is { } title)
        {
            numbers[PaperIndexFields.WholeTitle] = title;
        }

        return numbers;
    }

    private static DateOnly? Appeared(Paper paper) => (paper.Published, paper.Year) switch
    {
        ({ } day, _) => day,
        (null, >= 1 and <= 9999 and var year) => new DateOnly(year, 1, 1),
        _ => null,
    };
}
