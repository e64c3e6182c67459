using Winnow.Web.Pages.Import;
using Xunit;

namespace Winnow.Browser.Tests.Units;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("papers.jsonl.gz", "papers.jsonl.gz")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\my refs.bib", "my-refs.bib")]
    [InlineData("..", "1-")]
    [InlineData("a/", "1-")]
    [InlineData("-rf", "rf")]
    [InlineData("x\0y\n.ris", "x-y-.ris")]
    public void A_name_never_leaves_its_folder(string sent, string kept) => Assert.Equal(kept, UploadName.Safe(sent, 0));

    [Fact]
    public void Files_of_the_same_name_do_not_meet() => Assert.NotEqual(UploadName.Safe("a.bib", 0), UploadName.Safe("a.bib", 1));

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.EndsWith(".jsonl.gz", UploadName.Safe(new string('x', 5000) + ".jsonl.gz", 0), StringComparison.Ordinal);
}
