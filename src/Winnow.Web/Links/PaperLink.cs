using Winnow.Papers;

namespace Winnow.Web.Links;

/// <summary>
/// Addresses of papers: <c>/paper/arxiv/1706.03762</c>, <c>/paper/doi/10.1145/3366423</c>, <c>/paper/acl/N19-1423</c>, <c>/paper/openreview/xyz</c>;
/// <c>/paper/w/ID</c> for a paper that only Winnow has named.
/// </summary>
internal static class PaperLink
{
    private const string OwnScheme = "w";

    /// <summary>The one address under which a paper is shown; every other leads there.</summary>
    public static PaperAddress Canonical(Paper paper)
    {
        Identifier? best = null;
        foreach (var identifier in paper.Identifiers)
        {
            if (identifier.IdentifiesWork && (best is null || identifier.Scheme < best.Value.Scheme))
            {
                best = identifier;
            }
        }

        return best is { } found ? new PaperAddress(SchemeName(found.Scheme), found.Value) : new PaperAddress(OwnScheme, paper.Id.ToString());
    }

    public static string To(Paper paper) => Canonical(paper).Path;

    /// <summary>The paper that an address names, under whatever alias, or null.</summary>
    public static Task<Paper?> FindAsync(IPaperLibrary library, PaperAddress address, CancellationToken cancel)
    {
        if (address.Scheme == OwnScheme)
        {
            return PaperId.TryParse(address.Value, out var id) ? library.FindAsync(id, cancel) : Task.FromResult<Paper?>(null);
        }

        return Identifier.TryParse($"{address.Scheme}:{address.Value}", out var identifier)
            ? library.FindAsync(identifier, cancel)
            : Task.FromResult<Paper?>(null);
    }

    private static string SchemeName(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.ArXiv => "arxiv",
        IdentifierScheme.Doi => "doi",
        IdentifierScheme.Acl => "acl",
        IdentifierScheme.OpenReview => "openreview",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "Does not identify a work."),
    };
}
