using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Winnow.Search.Likeness;

namespace Winnow.Cli.Pdf;

/// <summary>The text of a PDF's first pages. Runs in a process of its own (<see cref="PdfProcess"/>): what a file makes the library do ends with that process.</summary>
internal static class PdfPages
{
    /// <summary>An abstract is on the first page, or begins there.</summary>
    private const int PagesRead = 2;

    private const int LongestText = 40_000;

    /// <exception cref="PdfException">It is no PDF, it is locked, or it has no text.</exception>
    internal static string Read(byte[] bytes)
    {
        var text = new StringBuilder();
        try
        {
            using var document = PdfDocument.Open(bytes);
            for (var page = 1; page <= Math.Min(PagesRead, document.NumberOfPages) && text.Length < LongestText; page++)
            {
                text.Append(ContentOrderTextExtractor.GetText(document.GetPage(page))).Append('\n');
            }
        }
        catch (Exception unreadable) when (unreadable is not (OutOfMemoryException or StackOverflowException))
        {
            // The library throws whatever its parts do; to whoever sent the file all of it means the same.
            throw new PdfException("The file cannot be read as a PDF: it is damaged, locked with a password, or something else.");
        }

        return text.ToString().AsSpan().ContainsAnyInRange('a', 'z')
            ? text.ToString(0, Math.Min(text.Length, LongestText))
            : throw new PdfException("The PDF's first pages hold no text, only pictures of it; paste the abstract instead.");
    }
}
