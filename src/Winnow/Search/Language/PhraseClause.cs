namespace Winnow.Search.Language;

/// <summary>Words between quotes: papers must contain them next to each other, in the title or in the abstract.</summary>
/// <param name="Phrase">Without quotes, its words separated by single spaces, never empty.</param>
public sealed record PhraseClause(string Phrase, bool Excluded = false) : QueryClause(Excluded)
{
    private protected override string Body => $"\"{Phrase}\"";
}
