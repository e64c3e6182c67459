namespace Winnow.Index;

/// <summary>A node of the query tree.</summary>
public abstract record IndexQuery
{
    private protected IndexQuery()
    {
    }
}
