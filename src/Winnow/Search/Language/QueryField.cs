namespace Winnow.Search.Language;

/// <summary>What can stand before the colon of a <see cref="FieldClause"/>.</summary>
public enum QueryField
{
    Author,
    Title,
    Venue,
    Category,
    Source,

    /// <summary>Something the paper must come with: see <see cref="PaperAsset"/>.</summary>
    Has,
}
