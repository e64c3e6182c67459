using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Winnow.Papers;
using Winnow.Web.Links;

namespace Winnow.Web.Typesetting;

/// <summary>The first authors, each linked to their papers, and "et al." linked to the rest when there are more.</summary>
/// <param name="authors">All of them, in order.</param>
/// <param name="shown">How many to name.</param>
/// <param name="rest">Where all are named.</param>
internal sealed class AuthorLine(IReadOnlyList<Author> authors, int shown, string rest) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var i = 0; i < authors.Count && i < shown; i++)
        {
            writer.Write(i == 0 ? "<a href=\"" : ", <a href=\"");
            encoder.Encode(writer, PageLink.Author(authors[i].Name));
            writer.Write("\">");
            encoder.Encode(writer, authors[i].Name);
            writer.Write("</a>");
        }

        if (authors.Count > shown)
        {
            writer.Write(", <a href=\"");
            encoder.Encode(writer, rest);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\">and {authors.Count - shown} more</a>"));
        }
    }
}
