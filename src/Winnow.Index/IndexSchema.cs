namespace Winnow.Index;

/// <summary>The fields of an index. It is stored with the index; another schema means another index.</summary>
public sealed record IndexSchema
{
    internal const int MaxTextFields = 4;
    private const int CodeBits = 8;

    /// <summary>One to four.</summary>
    public required IReadOnlyList<TextField> Texts { get; init; }

    /// <summary>Fields of exact values, any number of them in a document: filtered and counted.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Fields of one whole number a document, or none: filtered by range, counted and sorted by.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    public bool Equals(IndexSchema? other) => other is not null && Texts.SequenceEqual(other.Texts)
        && Keywords.SequenceEqual(other.Keywords) && Numbers.SequenceEqual(other.Numbers);

    public override int GetHashCode() => HashCode.Combine(Texts.Count, Keywords.Count, Numbers.Count);

    internal int TextOrdinal(string name) => Find(Texts.Select(field => field.Name), name, "text");

    internal int KeywordOrdinal(string name) => Find(Keywords, name, "keyword");

    internal int NumberOrdinal(string name) => Find(Numbers, name, "number");

    internal bool HasKeyword(string name) => Keywords.Contains(name, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A limit is broken; the message says which.</exception>
    internal void Validate()
    {
        if (Texts.Count is < 1 or > MaxTextFields)
        {
            throw new ArgumentException($"An index has one to {MaxTextFields} text fields, not {Texts.Count}.");
        }

        var bits = Texts.Sum(field => field.FrequencyBits);
        if (bits > CodeBits || Texts.Any(field => field.FrequencyBits < 1))
        {
            throw new ArgumentException($"The text fields' frequency bits are at least 1 each and at most {CodeBits} together, not {bits}.");
        }

        if (Texts.Any(field => !(field.Weight > 0) || !(field.LengthNormalisation is >= 0 and <= 1)))
        {
            throw new ArgumentException("A text field's weight is above 0 and its length normalisation between 0 and 1.");
        }

        var names = Texts.Select(field => field.Name).Concat(Keywords).Concat(Numbers).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new ArgumentException("Two fields of the index have the same name.");
        }
    }

    private static int Find(IEnumerable<string> names, string name, string kind)
    {
        var i = 0;
        foreach (var candidate in names)
        {
            if (candidate == name)
            {
                return i;
            }

            i++;
        }

        throw new ArgumentException($"The index has no {kind} field named \"{name}\".");
    }
}
