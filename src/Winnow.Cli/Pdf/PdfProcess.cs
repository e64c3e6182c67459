using System.Diagnostics;
using System.Globalization;
using Winnow.Search.Likeness;

namespace Winnow.Cli.Pdf;

/// <summary>
/// Reads a PDF in a process of its own, with bounds on its size, its time and its memory: a file can make a reader loop or expand without end, and a thread that
/// does so cannot be stopped.
/// </summary>
internal static class PdfProcess
{
    internal const int LargestFile = 25 * 1024 * 1024;

    private const long Memory = 512L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="PdfException">It cannot be read, or not within the bounds.</exception>
    internal static async Task<string> ReadAsync(Stream pdf, CancellationToken cancel)
    {
        var bytes = await BytesAsync(pdf, cancel).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var process = Process.Start(Start()) ?? throw new PdfException("The reader of PDFs could not be started.");
        try
        {
            var feeding = FeedAsync(process, bytes, limit.Token);
            var complaint = process.StandardError.ReadToEndAsync(limit.Token);
            var text = await process.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode switch
            {
                (int)ExitCode.Done => text,
                (int)ExitCode.BadInput => throw new PdfException((await complaint.ConfigureAwait(false)).Trim() is var said && said.StartsWith("winnow: ", StringComparison.Ordinal) ? said["winnow: ".Length..] : said),
                _ => throw new PdfException("The PDF needs more memory to be read than it may have; paste the abstract instead."),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PdfException(string.Create(CultureInfo.InvariantCulture, $"The PDF could not be read within {Patience.TotalSeconds:0} seconds; paste the abstract instead."));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task<byte[]> BytesAsync(Stream pdf, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[81_920];
        while (await pdf.ReadAsync(chunk, cancel).ConfigureAwait(false) is var read and > 0)
        {
            if (bytes.Length + read > LargestFile)
            {
                throw new PdfException(string.Create(CultureInfo.InvariantCulture, $"The PDF is larger than {LargestFile / (1024 * 1024)} MB; paste the abstract instead."));
            }

            bytes.Write(chunk, 0, read);
        }

        var content = bytes.ToArray();
        // The standard wants the mark within the first kilobyte, not at its very beginning.
        return content.AsSpan(0, Math.Min(1024, content.Length)).IndexOf("%PDF-"u8) >= 0 ? content : throw new PdfException("The file is not a PDF.");
    }

    private static async Task FeedAsync(Process process, byte[] bytes, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancel).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private static ProcessStartInfo Start()
    {
        var program = Environment.ProcessPath ?? "winnow";
        string[] arguments = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? [Path.Combine(AppContext.BaseDirectory, "winnow.dll"), Commands.ReadPdfCommand.Verb]
            : [Commands.ReadPdfCommand.Verb];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = Memory.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["NO_COLOR"] = "1";
        start.StandardOutputEncoding = System.Text.Encoding.UTF8;
        start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        return start;
    }
}
