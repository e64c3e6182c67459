using System.Text.RegularExpressions;
using Winnow.Papers;
using Winnow.Papers.Text;
using Winnow.Tests.Sources;
using Xunit;

namespace Winnow.Tests.Samples;

public sealed partial class LandmarksTests
{
    /// <summary>Fewer than these, and the comparison has stopped finding the papers.</summary>
    private const int LeastCompared = 180;

    /// <summary>A summary that shares as many words in a row with the abstract was not written for this project.</summary>
    private const int SharedRun = 8;

    [Fact]
    public void Every_line_is_read_by_the_import_into_the_same_facts()
    {
        using var file = File.OpenRead(Landmark.Path);
        var result = Reading.Of(file, "landmarks.jsonl");
        Assert.Empty(result.Reasons);
        Assert.Equal(Landmark.All.Count, result.Records.Count);
        Assert.All(Landmark.All.Zip(result.Records), pair =>
        {
            var (landmark, record) = pair;
            Assert.Equal(("sample", landmark.Id), (record.Source, record.Key));
            Assert.Equal(landmark.Title, record.Fields.Title);
            Assert.Equal(landmark.Abstract, record.Fields.Abstract);
            Assert.Equal(landmark.Authors, record.Fields.Authors.Select(author => author.Name));
            Assert.Equal(landmark.Year, record.Fields.Year);
            Assert.Equal(landmark.Code, record.Fields.Code);
        });
    }

    [Fact]
    public void There_are_at_least_sixty_papers_of_each_of_the_five_areas_and_no_paper_twice()
    {
        var areas = Landmark.All.CountBy(landmark => landmark.Categories[0]).ToDictionary();
        Assert.Equal(["cs.CL", "cs.CV", "cs.IR", "cs.LG", "eess.AS"], areas.Keys.Order(StringComparer.Ordinal));
        Assert.All(areas.Values, count => Assert.InRange(count, 60, 150));
        Assert.Distinct(Landmark.All.Select(landmark => landmark.Id));
        Assert.Distinct(Landmark.All.Select(landmark => Landmark.Folded(landmark.Title)));
        Assert.Distinct(Landmark.All.SelectMany(Identifiers));
    }

    [Fact]
    public void Every_paper_has_authors_a_year_a_venue_and_clean_text() => Assert.All(Landmark.All, landmark =>
    {
        Assert.Matches("^sample/[a-z]+-[0-9]{4}-[a-z0-9]+$", landmark.Id);
        Assert.Contains($"-{landmark.Year}-", landmark.Id, StringComparison.Ordinal);
        Assert.InRange(landmark.Year, 1945, 2024);
        Assert.NotEmpty(landmark.Authors);
        Assert.All([landmark.Title, landmark.Venue, landmark.Abstract, .. landmark.Authors], text =>
        {
            Assert.NotEqual("", text);
            Assert.Equal(text, TextCleaning.CleanLine(text));
        });
        Assert.All(new[] { landmark.Pdf, landmark.Code }.OfType<string>(), link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
    });

    [Fact]
    public void Every_identifier_is_written_in_its_canonical_form() => Assert.All(Landmark.All, landmark =>
    {
        foreach (var identifier in Identifiers(landmark))
        {
            Assert.True(Identifier.TryParse(identifier.Scheme, identifier.Value, out var parsed), identifier.ToString());
            Assert.Equal(identifier, parsed);
            Assert.True(identifier.AclEquivalent is not { } acl || acl.Value == landmark.Acl, identifier.ToString());
        }
    });

    [Fact]
    public void Every_summary_is_one_to_three_sentences_of_60_to_600_characters() => Assert.All(Landmark.All, landmark =>
    {
        Assert.InRange(landmark.Abstract.Length, 60, 600);
        Assert.InRange(SentenceEnd().Count(landmark.Abstract), 1, 3);
        Assert.Matches("[.!?]\\z", landmark.Abstract);
    });

    [Fact]
    public void Titles_and_first_authors_are_those_of_the_published_records()
    {
        Assert.InRange(PublishedRecords.All.DistinctBy(record => record.Landmark.Id).Count(), LeastCompared, int.MaxValue);
        Assert.All(PublishedRecords.All, record =>
        {
            Assert.Equal(Landmark.Folded(record.Landmark.Title), Landmark.Folded(record.Title));
            if (record.FirstAuthor is not null)
                Assert.Equal(Surname(record.FirstAuthor), Surname(record.Landmark.Authors[0]));
        });
    }

    /// <summary>The year is exact, but for records of a rejected submission, a workshop or a preprint: there it may be one off.</summary>
    [Fact]
    public void Years_are_those_of_the_published_records() => Assert.All(PublishedRecords.All.Where(record => record.Year is not null), record =>
    {
        var tolerance = record.IsOtherEdition ? 1 : 0;
        Assert.InRange(record.Landmark.Year, record.Year!.Value - tolerance, record.Year.Value + tolerance);
    });

    [Fact]
    public void Identifiers_are_those_of_the_published_records() => Assert.All(PublishedRecords.All, record =>
    {
        Assert.Equal(record.ArXiv ?? record.Landmark.ArXiv, record.Landmark.ArXiv);
        Assert.Equal(record.Acl ?? record.Landmark.Acl, record.Landmark.Acl);
    });

    [Fact]
    public void No_summary_repeats_the_papers_own_abstract() => Assert.All(PublishedRecords.All.Where(record => record.Abstract is not null), record =>
        Assert.Empty(Runs(record.Landmark.Abstract).Intersect(Runs(record.Abstract!))));

    private static IEnumerable<string> Runs(string text)
    {
        var words = Landmark.Words(text).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - SharedRun + 1)).Select(i => string.Join(' ', words[i..(i + SharedRun)]));
    }

    private static string Surname(string name) => Landmark.Words(name).Last();

    private static IEnumerable<Identifier> Identifiers(Landmark landmark)
    {
        if (landmark.ArXiv is { } arXiv)
            yield return new Identifier(IdentifierScheme.ArXiv, arXiv);

        if (landmark.Doi is { } doi)
            yield return new Identifier(IdentifierScheme.Doi, doi);

        if (landmark.Acl is { } acl)
            yield return new Identifier(IdentifierScheme.Acl, acl);
    }

    [GeneratedRegex(@"[.!?](?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
