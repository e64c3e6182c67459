using CsCheck;
using Winnow.Papers;

namespace Winnow.Storage.Tests.Library;

/// <summary>Records of a small world, in which they meet in every way, for histories of a library.</summary>
internal static class LibraryHistories
{
    private static readonly string[] Titles = ["Attention", "A Long Enough Title of Several Words", "Another Long Title of Some Six Words"];

    private static readonly Gen<RecordFields> AnyFields = Gen.Select(
        Gen.Int[0, Titles.Length - 1],
        Gen.OneOf<string[]>([], ["Mary Moe"], ["M. Moe", "John Doe"], ["Doe, John"], ["Anonymous"]),
        Gen.OneOf<int?>(null, 2010, 2012, 2013, 2020),
        Gen.OneOf<string?>(null, "ACL", "NeurIPS", "arXiv"),
        Gen.OneOf<string?>(null, null, "1706.03762", "1810.04805"),
        (title, authors, year, venue, arXiv) => new RecordFields
        {
            Title = Titles[title],
            Abstract = year is 2012 ? null : $"What is said of it in {year} at {venue}, at some length, so that it is no stub.",
            Authors = [.. authors.Select(name => new Author(name))],
            Year = year,
            Venue = venue,
            Identifiers = arXiv is null ? [] : [new Identifier(IdentifierScheme.ArXiv, arXiv)],
        });

    /// <summary>Up to twelve records of three sources, no two with the same source and key.</summary>
    internal static Gen<SourceRecord[]> AnyRecords { get; } =
        AnyFields.Array[1, 12].Select(all => all.Select((fields, i) => PlainFormat.Record($"source{i % 3}", $"{i}", fields)).ToArray());

    /// <summary>Records, a shuffled order of them, and the size of the batches to import them in.</summary>
    internal static Gen<(SourceRecord[] Records, int[] Order, int Batch)> AnyImport { get; } =
        AnyRecords.SelectMany(records => Gen.Select(Gen.Shuffle(Enumerable.Range(0, records.Length).ToArray()), Gen.Int[1, 5], (order, batch) => (records, order, batch)));

    /// <summary>Records, and for some of them what they say for a while.</summary>
    internal static Gen<(SourceRecord[] Records, SourceRecord[] Changed)> AnyChange { get; } =
        Gen.Select(AnyRecords, AnyFields.Array[1, 4], (records, fields) =>
            (records, fields.Take(records.Length).Select((other, i) => PlainFormat.Record(records[i].Source, records[i].Key, other)).ToArray()));
}
