using Winnow.Papers;

namespace Winnow.Sources.Fields;

/// <summary>Collects a record's identifiers, each once, in the order in which the record gives them.</summary>
internal sealed class IdentifierSet
{
    private readonly List<Identifier> _identifiers = [];

    /// <summary>The first identifier of that scheme, or null.</summary>
    internal string? this[IdentifierScheme scheme] => _identifiers.Find(identifier => identifier.Scheme == scheme).Value;

    /// <summary>Adds an identifier whose scheme is known, given bare, prefixed or as a URL. arXiv's DOIs become arXiv ids.</summary>
    internal IdentifierSet Add(IdentifierScheme scheme, string? text)
    {
        if (!string.IsNullOrEmpty(text) && Identifier.TryParse(scheme, text, out var identifier))
            Add(identifier);

        return this;
    }

    /// <summary>Adds what a text that may hold anything turns out to be: an address, a DOI.</summary>
    internal IdentifierSet Add(string? text)
    {
        if (!string.IsNullOrEmpty(text) && Identifier.TryParse(text, out var identifier))
            Add(identifier);

        return this;
    }

    internal IReadOnlyList<Identifier> ToList() => _identifiers;

    private void Add(Identifier identifier)
    {
        if (_identifiers.Contains(identifier))
            return;

        _identifiers.Add(identifier);
        // The ACL registers its DOIs under the Anthology's ids, so the one tells the other.
        if (identifier.AclEquivalent is { } acl)
            Add(acl);
    }
}
