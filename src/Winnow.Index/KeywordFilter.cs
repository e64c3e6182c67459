namespace Winnow.Index;

/// <summary>Documents with any of the values in a keyword field.</summary>
public sealed record KeywordFilter(string Field, IReadOnlyList<string> Values) : FieldFilter(Field)
{
    public KeywordFilter(string field, string value)
        : this(field, [value])
    {
    }

    public bool Equals(KeywordFilter? other) => other is not null && Field == other.Field && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Field, Values.Count);
}
