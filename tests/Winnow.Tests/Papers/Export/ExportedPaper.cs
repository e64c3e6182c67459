using CsCheck;
using Winnow.Papers;
using Winnow.Papers.Text;

namespace Winnow.Tests.Papers.Export;

internal static class ExportedPaper
{
    internal static Paper Of(string title, params string[] authors) => new()
    {
        Id = new PaperId(1),
        Title = title,
        Authors = [.. authors.Select(name => new Author(name))],
        Records = [],
    };

    internal static Paper Attention { get; } = Of("Attention Is All You Need", "Ashish Vaswani", "Noam Shazeer", "Łukasz Kaiser") with
    {
        Year = 2017,
        Venue = "NeurIPS",
        Categories = ["cs.CL", "cs.LG"],
        Identifiers = [new Identifier(IdentifierScheme.ArXiv, "1706.03762")],
    };

    /// <summary>Clean text, as a library holds it, made of what bibliographies stumble over.</summary>
    internal static Gen<string> HostileText { get; } =
        Gen.OneOf(
            Gen.OneOf("{", "}", "\\", "$", "$$", "\\$", "%", "&", "#", "_", "~", "^", "\"", "@", "=", ",", "},\n", "@misc{x,\n", "\r\nER  - \r\n", " and ", "BERT", "ß", "深", "$x_{1}$", "\\("),
            Gen.String[0, 4])
        .List[1, 10].Select(pieces => TextCleaning.CleanLine(string.Concat(pieces))).Where(text => text.Length > 0);
}
