using System.Globalization;
using System.Text;

namespace Winnow.Cli.Output;

/// <summary>Results go to standard output, everything else to standard error; both are UTF-8 and coloured only for a person's eyes.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly bool _colourOut = MayColour && !Console.IsOutputRedirected;
    private readonly bool _colourError = MayColour && !Console.IsErrorRedirected;

    /// <summary>Buffered; flushed on dispose, and wherever a reader waits for a line.</summary>
    public TextWriter Out { get; } = new StreamWriter(Console.OpenStandardOutput(), Utf8, 16 * 1024);

    public TextWriter Error { get; } = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };

    /// <summary>Whether a person watches standard error, so that a progress bar makes sense.</summary>
    public bool Watched { get; } = !Console.IsErrorRedirected;

    private static bool MayColour => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public string Bold(string text) => _colourOut ? $"\e[1m{text}\e[0m" : text;

    public string Faint(string text) => _colourOut ? $"\e[2m{text}\e[0m" : text;

    /// <param name="text">What to colour.</param>
    /// <param name="colour">An SGR code: 31 red, 32 green, 33 yellow.</param>
    public string Paint(string text, int colour) => _colourOut ? string.Create(CultureInfo.InvariantCulture, $"\e[{colour}m{text}\e[0m") : text;

    /// <summary>Says why a command did not do what it was asked to.</summary>
    public void Complain(string sentence) => Error.WriteLine(_colourError ? $"\e[31mwinnow: {sentence}\e[0m" : $"winnow: {sentence}");

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
