namespace Winnow.Cli;

/// <summary>Ends a command with one sentence for the person who typed it.</summary>
internal sealed class CliException(ExitCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    public ExitCode Code { get; } = code;
}
