using Winnow.Readers.Collections;

namespace Winnow.Cli.Output;

/// <summary>A collection for a script; moments are ISO 8601 in UTC.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for; absent when nobody said.</param>
/// <param name="Papers">How many it has.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Changed">When a paper, a note or its name last changed.</param>
internal sealed record CollectionDocument(string Slug, string Name, string? Description, long Papers, DateTimeOffset Created, DateTimeOffset Changed)
{
    public static CollectionDocument Of(Collection collection) =>
        new(collection.Slug, collection.Name, collection.Description.Length > 0 ? collection.Description : null, collection.Papers, collection.Created, collection.Changed);
}
