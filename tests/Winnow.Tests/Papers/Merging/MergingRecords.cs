using Winnow.Papers;
using Winnow.Papers.Merging;

namespace Winnow.Tests.Papers.Merging;

/// <summary>Short ways to write down records and to ask which of them are one paper.</summary>
internal static class MergingRecords
{
    internal static RecordFields Fields(string title, string authors = "", int? year = null, params string[] identifiers) => new()
    {
        Title = title,
        Authors = [.. authors.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => new Author(name))],
        Year = year,
        Identifiers = [.. identifiers.Select(text => Identifier.TryParse(text, out var id) ? id : throw new ArgumentException($"{text} is no identifier."))],
    };

    /// <summary>The papers, each as the numbers of its records in the order given, in order.</summary>
    internal static string[] Grouped(params RecordFields[] records)
    {
        var papers = PaperComponents.Of([.. records.Select((fields, i) => (new RecordId(i), RecordIdentity.Of(fields)))]);
        return [.. papers.Select(paper => string.Join('+', paper.Select(id => id.Value).Order())).Order(StringComparer.Ordinal)];
    }
}
