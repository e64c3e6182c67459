using System.Globalization;
using System.Text;
using Winnow.Papers.Text;

namespace Winnow.Papers.Export;

/// <summary>
/// Papers as RIS, the form that EndNote, Zotero and Mendeley read: lines of a two-letter tag, two spaces, a hyphen, a space and the value, ended by CR LF
/// as the format asks. CPAPER is a paper in proceedings, JOUR in a journal, UNPB a preprint. Abstracts are left out.
/// </summary>
public static class RisExport
{
    /// <summary>One record, from <c>TY</c> to <c>ER</c>.</summary>
    public static string Write(Paper paper)
    {
        var output = new StringBuilder();
        Append(output, paper);
        return output.ToString();
    }

    /// <summary>The records in the given order.</summary>
    public static void Write(IEnumerable<Paper> papers, TextWriter writer)
    {
        var output = new StringBuilder();
        foreach (var paper in papers)
        {
            Append(output.Clear(), paper);
            writer.Write(output);
        }
    }

    private static void Append(StringBuilder output, Paper paper)
    {
        var kind = PublicationKind.Of(paper);
        Line(output, "TY", kind switch { Publication.Proceedings => "CPAPER", Publication.Journal => "JOUR", _ => "UNPB" });
        Line(output, "TI", paper.Title);
        foreach (var author in paper.Authors)
            Line(output, "AU", PersonName.Parse(TextCleaning.CleanLine(author.Name, TextMarkup.None)).ToString());

        Line(output, "PY", paper.Year?.ToString(CultureInfo.InvariantCulture));
        Line(output, kind == Publication.Unpublished ? "N1" : "T2", kind == Publication.Unpublished && PublicationKind.Place(paper) is { } place ? $"Submitted to {place}" : PublicationKind.Place(paper));
        Line(output, "DO", Doi(paper));
        var addresses = paper.Identifiers.Where(id => id.IdentifiesWork).Select(id => id.Url).DefaultIfEmpty(paper.Url);
        foreach (var address in addresses)
            Line(output, "UR", address);

        Line(output, "L1", paper.Pdf);
        foreach (var keyword in paper.Keywords)
            Line(output, "KW", keyword);

        output.Append("ER  - \r\n");
    }

    /// <summary>The publisher's DOI, or else the one that arXiv registers for every preprint.</summary>
    private static string? Doi(Paper paper) =>
        paper.Identifiers.FirstOrDefault(id => id.Scheme == IdentifierScheme.Doi) is { Value: { } doi } ? doi
        : paper.Identifiers.FirstOrDefault(id => id.Scheme == IdentifierScheme.ArXiv) is { Value: { } arXiv } ? $"10.48550/arXiv.{arXiv}"
        : null;

    private static void Line(StringBuilder output, string tag, string? value)
    {
        var line = value is null ? "" : TextCleaning.CleanLine(value, TextMarkup.None);
        if (line.Length > 0)
            output.Append(tag).Append("  - ").Append(line).Append("\r\n");
    }
}
