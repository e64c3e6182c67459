using System.CommandLine;
using Winnow.Cli.Output;
using Winnow.Cli.Pdf;

namespace Winnow.Cli.Commands;

/// <summary>The other end of <see cref="PdfProcess"/>: a PDF from standard input as text to standard output. Nobody types it.</summary>
internal sealed class ReadPdfCommand : Command
{
    internal const string Verb = "read-pdf";

    public ReadPdfCommand(Terminal terminal)
        : base(Verb, "Print the text of a PDF's first pages.")
    {
        Hidden = true;
        SetAction(async (_, cancel) =>
        {
            using var bytes = new MemoryStream();
            var input = Console.OpenStandardInput();
            await using (input.ConfigureAwait(false))
            {
                await input.CopyToAsync(bytes, cancel).ConfigureAwait(false);
            }

            await terminal.Out.WriteAsync(PdfPages.Read(bytes.ToArray())).ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
    }
}
