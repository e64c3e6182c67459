using System.Globalization;
using System.Text;

namespace Winnow.Papers.Export;

/// <summary>
/// Papers as BibTeX: <c>@inproceedings</c>, <c>@article</c>, or for preprints <c>@misc</c> with arXiv's <c>eprint</c>, <c>archivePrefix</c> and <c>primaryClass</c>.
/// One field a line, each value in braces, so that a line-by-line reader manages too. Abstracts are left out.
/// </summary>
public static class BibTeXExport
{
    /// <summary>One entry, ending in a line feed.</summary>
    public static string Write(Paper paper)
    {
        var output = new StringBuilder();
        Append(output, paper, CitationKey.Of(paper));
        return output.ToString();
    }

    /// <summary>A bibliography: the entries in the given order with a blank line between, no two with the same key.</summary>
    public static void Write(IEnumerable<Paper> papers, TextWriter writer)
    {
        var output = new StringBuilder();
        foreach (var (paper, key) in CitationKey.OfAll(papers))
        {
            Append(output, paper, key);
            writer.Write(output);
            output.Clear().Append('\n');
        }
    }

    private static void Append(StringBuilder output, Paper paper, string key)
    {
        var kind = PublicationKind.Of(paper);
        var type = kind switch { Publication.Proceedings => "inproceedings", Publication.Journal => "article", _ => "misc" };
        output.Append('@').Append(type).Append('{').Append(key).Append(",\n");
        Field(output, "title", BibTeXText.Title(paper.Title));
        Field(output, "author", string.Join(" and ", paper.Authors.Select(author => BibTeXText.Name(author.Name)).Where(name => name.Length > 0)));
        if (PublicationKind.Place(paper) is { } place)
        {
            var text = BibTeXText.Plain(place);
            Field(output, kind switch { Publication.Proceedings => "booktitle", Publication.Journal => "journal", _ => "note" }, kind == Publication.Unpublished ? $"Submitted to {text}" : text);
        }

        Field(output, "year", paper.Year?.ToString(CultureInfo.InvariantCulture));
        AppendIdentifiers(output, paper);
        output.Append("}\n");
    }

    private static void AppendIdentifiers(StringBuilder output, Paper paper)
    {
        var doi = paper.Identifiers.FirstOrDefault(id => id.Scheme == IdentifierScheme.Doi).Value;
        // Styles print a DOI verbatim, so it cannot be escaped; none that anyone registered holds these.
        Field(output, "doi", doi?.AsSpan().ContainsAny("{}\\") == true ? null : doi);
        if (paper.Identifiers.FirstOrDefault(id => id.Scheme == IdentifierScheme.ArXiv) is { Value: { } arXiv })
        {
            Field(output, "eprint", arXiv);
            Field(output, "archivePrefix", "arXiv");
            Field(output, "primaryClass", paper.Categories.FirstOrDefault(IsArXivClass));
        }

        var url = paper.Identifiers.FirstOrDefault(id => id.IdentifiesWork) is { Value: not null } identifier ? identifier.Url : paper.Url;
        Field(output, "url", url is null ? null : BibTeXText.Address(url));
    }

    /// <summary><c>cs.CL</c>, <c>hep-th</c>; other sources' categories are words.</summary>
    private static bool IsArXivClass(string category) =>
        category.Length is > 2 and < 20 && category.AsSpan().IndexOfAny('.', '-') > 0 && category.All(c => char.IsAsciiLetter(c) || c is '.' or '-');

    private static void Field(StringBuilder output, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            output.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
    }
}
