using System.Globalization;
using System.Text;

namespace Winnow.Replay;

/// <summary>A generated preprint.</summary>
/// <param name="Number">Counted from 0; all else follows from it.</param>
/// <param name="Day">Its datestamp.</param>
public sealed record OaiRecord(int Number, DateOnly Day)
{
    public int Versions { get; init; } = 1;

    public bool IsDeleted { get; init; }

    /// <summary>The day of the first version.</summary>
    public DateOnly Submitted => new(2008 + (Number / 12_000), 1 + (Number / 1000 % 12), 1 + (Number % 28));

    internal void Write(StringBuilder page)
    {
        var id = OaiRepository.IdOf(Number);
        page.Append(CultureInfo.InvariantCulture, $"<record><header{(IsDeleted ? " status=\"deleted\"" : "")}><identifier>oai:arXiv.org:{id}</identifier><datestamp>{Day:yyyy-MM-dd}</datestamp><setSpec>cs:cs:CL</setSpec></header>");
        if (!IsDeleted)
        {
            page.Append("<metadata><arXivRaw xmlns=\"http://arxiv.org/OAI/arXivRaw/\">");
            page.Append(CultureInfo.InvariantCulture, $"<id>{id}</id><submitter>Author A{Number}</submitter>");
            for (var version = 1; version <= Versions; version++)
            {
                var date = Submitted.AddDays(30 * (version - 1)).ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture);
                page.Append(CultureInfo.InvariantCulture, $"<version version=\"v{version}\"><date>{date} 12:00:00 GMT</date><size>{20 + (Number % 900)}kb</size></version>");
            }

            page.Append(CultureInfo.InvariantCulture, $"<title>{OaiRepository.TitleOf(Number)}</title><authors>Ada A{Number}, Bo B{Number % 977}</authors><categories>cs.CL cs.LG</categories>");
            page.Append(CultureInfo.InvariantCulture, $"<license>http://creativecommons.org/licenses/by/4.0/</license><abstract>We study what is told in the title, version {Versions}. Experiment {Number} shows that it holds for {Number % 89} of {Number % 97} cases, and where it does not we say why.</abstract>");
            page.Append("</arXivRaw></metadata>");
        }

        page.Append("</record>\n");
    }
}
