using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Winnow.Search;

namespace Winnow.Web.Typesetting;

/// <summary>A score's parts as nested lists, each with its number and its reason. Written without white space between: a page carries twenty of them.</summary>
/// <param name="score">The whole.</param>
internal sealed class ExplanationList(ScoreExplanation score) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(writer, encoder, [score]);

    private static void Write(TextWriter writer, HtmlEncoder encoder, IReadOnlyList<ScoreExplanation> parts)
    {
        writer.Write("<ul>");
        foreach (var part in parts)
        {
            writer.Write("<li><b>");
            writer.Write(part.Value.ToString("0.00", CultureInfo.InvariantCulture));
            writer.Write("</b> ");
            encoder.Encode(writer, part.Description);
            if (part.Parts.Count > 0)
            {
                Write(writer, encoder, part.Parts);
            }

            writer.Write("</li>");
        }

        writer.Write("</ul>");
    }
}
