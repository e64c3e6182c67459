using Xunit;

namespace Winnow.Tests.Sources.ArXivSnapshot;

public sealed class SnapshotFormatTests
{
    private const string Line = """{"id":"0704.0001","submitter":"P Nadolsky","authors":"C. Bal\\'azs, E. L. Berger","title":"Calculation of\n  pairs","comments":"37 pages; code at github.com/a/b","journal-ref":"Phys.Rev.D76:013009,2007","doi":"10.1103/PhysRevD.76.013009","categories":"hep-ph hep-th","abstract":"  A fully\nworked.\n","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},{"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26","authors_parsed":[["Bal\u00e1zs","C.",""],["Berger","E. L.","Jr."],7]}""";

    [Fact]
    public void A_line_of_the_snapshot_is_read()
    {
        var result = Reading.Of($"{Line}\n{{\"id\":\"x\"\n{Line.Replace("0704.0001", "nonsense", StringComparison.Ordinal)}\n");

        Assert.Equal("arxiv-snapshot", result.Format?.Name);
        Assert.Equal("\"nonsense\" is no arXiv id.", result.Reasons[1]);
        var fields = result.Only.Fields;
        Assert.Equal("C. Balázs, E. L. Berger Jr.", string.Join(", ", fields.Authors));
        Assert.Equal(("Calculation of pairs", "A fully worked.", 2007), (fields.Title, fields.Abstract, fields.Year));
        Assert.Equal((new DateOnly(2007, 4, 2), new DateOnly(2007, 7, 24), 2), (fields.Published, fields.Updated, fields.Versions.Count));
        Assert.Equal(["hep-ph", "hep-th"], fields.Categories);
        Assert.Equal("https://github.com/a/b", fields.Code);
    }
}
