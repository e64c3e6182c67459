namespace Winnow.Papers.Merging;

/// <summary>A record's identifiers without those that it contradicts itself.</summary>
internal static class CredibleIdentifiers
{
    /// <summary>
    /// Leaves out a DOI that the ACL formed from another id than the record's own: the Anthology prints the DOI of W18-6481 on W18-6482 as well, and
    /// the two are not one paper.
    /// </summary>
    internal static IReadOnlyList<Identifier> Of(RecordFields fields)
    {
        var own = fields.Identifiers.Where(identifier => identifier.Scheme is IdentifierScheme.Acl).ToList();
        return own.Count == 0
            ? fields.Identifiers
            : [.. fields.Identifiers.Where(identifier => identifier.AclEquivalent is not { } implied || own.Contains(implied))];
    }
}
