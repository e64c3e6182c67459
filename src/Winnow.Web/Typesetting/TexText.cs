using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Winnow.Search;

namespace Winnow.Web.Typesetting;

/// <summary>
/// Text with its matched words in <c>mark</c> and its maths in <c>span class="math"</c>, which a script typesets and which reads as TeX without one.
/// A mark that touches maths is dropped, since half a formula cannot be set.
/// </summary>
/// <param name="text">Plain text and the ranges to mark.</param>
internal sealed class TexText(HighlightedText text) : IHtmlContent
{
    public TexText(string text)
        : this(new HighlightedText(text, []))
    {
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var position = 0;
        var mark = 0;
        foreach (var (start, length) in MathSpans.Find(text.Text))
        {
            mark = WriteMarked(writer, encoder, position, start, mark);
            writer.Write("<span class=\"math\">");
            encoder.Encode(writer, text.Text, start, length);
            writer.Write("</span>");
            position = start + length;
        }

        WriteMarked(writer, encoder, position, text.Text.Length, mark);
    }

    private int WriteMarked(TextWriter writer, HtmlEncoder encoder, int from, int to, int mark)
    {
        for (; mark < text.Marks.Count && text.Marks[mark].Start < to; mark++)
        {
            var (start, length) = text.Marks[mark];
            if (start < from || start + length > to)
            {
                continue;
            }

            encoder.Encode(writer, text.Text, from, start - from);
            writer.Write("<mark>");
            encoder.Encode(writer, text.Text, start, length);
            writer.Write("</mark>");
            from = start + length;
        }

        encoder.Encode(writer, text.Text, from, to - from);
        return mark;
    }
}
