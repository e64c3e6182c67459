using System.Globalization;
using Winnow.Papers;
using Winnow.Papers.Export;
using Winnow.Web.Links;

namespace Winnow.Web.Pages.Papers;

/// <summary>The <c>citation_*</c> tags that Zotero, Mendeley and Google Scholar read from a paper's page.</summary>
internal static class CitationTags
{
    public static IReadOnlyList<CitationTag> Of(Paper paper)
    {
        var tags = new List<CitationTag> { new("citation_title", paper.Title) };
        tags.AddRange(paper.Authors.Select(author => new CitationTag("citation_author", author.Name)));
        Add("citation_publication_date", Date(paper));
        var publication = PublicationKind.Of(paper);
        if (publication != Publication.Unpublished)
        {
            Add(publication == Publication.Journal ? "citation_journal_title" : "citation_conference_title", paper.Venue);
        }

        Add("citation_doi", ValueOf(IdentifierScheme.Doi));
        Add("citation_arxiv_id", ValueOf(IdentifierScheme.ArXiv));
        Add("citation_pdf_url", PageLink.Outside(paper.Pdf));
        Add("citation_abstract", paper.Abstract);
        Add("citation_keywords", paper.Keywords.Count > 0 ? string.Join("; ", paper.Keywords) : null);
        return tags;

        void Add(string name, string? content)
        {
            if (!string.IsNullOrEmpty(content))
            {
                tags.Add(new CitationTag(name, content));
            }
        }

        string? ValueOf(IdentifierScheme scheme) => paper.Identifiers.FirstOrDefault(id => id.Scheme == scheme).Value;
    }

    // Google Scholar's form, which Zotero reads as well: 2017/06/12, or the year alone.
    private static string? Date(Paper paper) =>
        paper.Published?.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture) ?? paper.Year?.ToString(CultureInfo.InvariantCulture);
}
