using Winnow.Sources.Venues;

namespace Winnow.Sources.Tables;

/// <summary>One row of a table of papers, by the names of its columns: the wire shape. Names are compared by their letters and digits alone.</summary>
internal sealed class TableRow
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

    internal TableRow(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < Math.Min(columns.Count, cells.Count); i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]))
                _cells.TryAdd(Normal(columns[i]), cells[i]);
        }
    }

    internal string? Id => this["uid", "id", "paperid"];

    internal string? Title => this["title", "papertitle"];

    internal string? Abstract => this["abstract"];

    internal string? Authors => this["authors", "author"];

    /// <summary>ISMIR: "Yixiao Zhang (Queen Mary University of London)*; Junyan Jiang (NYU)".</summary>
    internal string? AuthorsWithAffiliations => this["authorsandaffil"];

    internal string? Keywords => this["keywords"];

    internal string? Track => this["track", "primarysubject", "category"];

    internal string? Type => this["papertype", "eventtype", "status", "decision"];

    internal string? Session => this["session", "time"];

    internal string? Year => this["year"];

    internal string? Venue => this["venue", "conference", "journal"];

    internal string? Doi => this["doi"];

    internal string? ArXiv => this["arxiv", "arxivid"];

    internal string? Pdf => this["pdfurl", "pdfpath", "pdf"];

    internal string? Url => this["url", "link", "site"];

    internal string? Code => this["code", "github", "codeurl"];

    internal string? Project => this["demourl", "project"];

    internal string? Tldr => this["tldr"];

    internal string? File => this[Normal(ConferenceFile.Member)];

    private string? this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (_cells.TryGetValue(name, out var cell))
                    return cell;
            }

            return null;
        }
    }

    internal static string Normal(string column) => string.Concat(column.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
