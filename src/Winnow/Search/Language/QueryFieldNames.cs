namespace Winnow.Search.Language;

internal static class QueryFieldNames
{
    internal const string Year = "year";

    /// <summary>Every name that may stand before a colon, for a note to a reader.</summary>
    internal const string All = "author, title, venue, category, source, year and has";

    internal static string Name(this QueryField field) => field switch
    {
        QueryField.Author => "author",
        QueryField.Title => "title",
        QueryField.Venue => "venue",
        QueryField.Category => "category",
        QueryField.Source => "source",
        QueryField.Has => "has",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    internal static QueryField? Find(ReadOnlySpan<char> name)
    {
        foreach (var field in Enum.GetValues<QueryField>())
        {
            if (name.Equals(field.Name(), StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    internal static bool IsYear(ReadOnlySpan<char> name) => name.Equals(Year, StringComparison.OrdinalIgnoreCase);
}
