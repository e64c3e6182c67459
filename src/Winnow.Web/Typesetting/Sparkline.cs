using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Winnow.Web.Typesetting;

/// <summary>A small curve without axes, drawn by the server. Its words are for those who do not see it.</summary>
/// <param name="values">Oldest first.</param>
/// <param name="label">What it says.</param>
/// <param name="width">In drawing units; the style sheet sets the size on the page.</param>
/// <param name="height">In drawing units.</param>
internal sealed class Sparkline(IReadOnlyList<double> values, string label, int width = 120, int height = 32) : IHtmlContent
{
    /// <summary>Half the stroke, so that the highest point is not cut off.</summary>
    private const double Margin = 2;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"spark{(values.Count == 0 || values.Max() <= 0 ? " flat" : null)}\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\""));
        encoder.Encode(writer, label);
        writer.Write("\">");
        if (values.Count > 1)
        {
            var line = Line();
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<path class=\"area\" d=\"M0 {height}L{line}L{width} {height}Z\"/><path class=\"line\" d=\"M{line}\"/>"));
        }

        writer.Write("</svg>");
    }

    private string Line()
    {
        var most = Math.Max(values.Max(), double.Epsilon);
        var line = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var x = (double)width * i / (values.Count - 1);
            var y = height - Margin - ((height - (2 * Margin)) * Math.Max(0, values[i]) / most);
            line.Append(i == 0 ? "" : "L").Append(x.ToString("0.#", CultureInfo.InvariantCulture)).Append(' ').Append(y.ToString("0.#", CultureInfo.InvariantCulture));
        }

        return line.ToString();
    }
}
