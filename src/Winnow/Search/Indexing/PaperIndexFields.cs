using Winnow.Index;

namespace Winnow.Search.Indexing;

/// <summary>The fields of a paper that are searched, filtered and counted.</summary>
internal static class PaperIndexFields
{
    internal const string Title = "title";
    internal const string Authors = "authors";
    internal const string Abstract = "abstract";

    /// <summary>Keywords and a source's one-sentence summary: often machine-made, so they weigh little.</summary>
    internal const string Extra = "extra";

    internal const string Venue = "venue";
    internal const string Source = "source";
    internal const string Category = "category";
    internal const string Has = "has";
    internal const string Year = "year";

    /// <summary>Days since 0001-01-01 of the first appearance; the first day of the year where only that is known.</summary>
    internal const string Date = "date";

    /// <summary>See <see cref="TitleKey"/>.</summary>
    internal const string WholeTitle = "wholeTitle";

    internal static readonly IndexSchema Schema = new()
    {
        Texts =
        [
            new TextField(Title, Weight: 2.5f, LengthNormalisation: 0.5f, FrequencyBits: 2),
            new TextField(Abstract, Weight: 1f, LengthNormalisation: 0.6f, FrequencyBits: 3),
            new TextField(Authors, Weight: 1f, LengthNormalisation: 0.3f, AnalysisKind.Names, FrequencyBits: 1),
            new TextField(Extra, Weight: 0.5f, LengthNormalisation: 0.6f, FrequencyBits: 2),
        ],
        Keywords = [Venue, Source, Category, Has],
        Numbers = [Year, Date, WholeTitle],
    };
}
