namespace Winnow.Cli;

/// <summary>What a script can tell from how Winnow ended; <c>docs/cli.md</c> lists them for users.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>Nothing was found, or a check found a problem.</summary>
    Nothing = 1,

    /// <summary>The command line or a setting is wrong.</summary>
    Usage = 2,

    /// <summary>Something that was to be imported cannot be read.</summary>
    BadInput = 3,

    /// <summary>The library, the index, a model, the disk or the port cannot be used.</summary>
    Unavailable = 4,

    /// <summary>A mistake in Winnow itself (sysexits' EX_SOFTWARE).</summary>
    Bug = 70,

    /// <summary>Ctrl-C: 128 + SIGINT, as shells count.</summary>
    Interrupted = 130,
}
