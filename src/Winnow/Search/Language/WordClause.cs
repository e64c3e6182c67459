namespace Winnow.Search.Language;

/// <summary>A word as typed. Papers need not contain it, but rank higher when they do; when excluded, papers that contain it are left out.</summary>
/// <param name="Word">Without white space and quotes, never empty.</param>
public sealed record WordClause(string Word, bool Excluded = false) : QueryClause(Excluded)
{
    private protected override string Body => Word;
}
