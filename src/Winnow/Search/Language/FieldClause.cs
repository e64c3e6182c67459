namespace Winnow.Search.Language;

/// <summary>A field with the value it must have, as in <c>author:"Yann LeCun"</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Without quotes, its words separated by single spaces, never empty.</param>
public sealed record FieldClause(QueryField Field, string Value, bool Excluded = false) : QueryClause(Excluded)
{
    private protected override string Body =>
        $"{Field.Name()}:{(Value.Contains(' ', StringComparison.Ordinal) ? $"\"{Value}\"" : Value)}";
}
