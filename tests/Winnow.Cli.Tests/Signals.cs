using System.Diagnostics;
using System.Globalization;

namespace Winnow.Cli.Tests;

internal static class Signals
{
    /// <summary>Sends a signal, such as INT or TERM, as a shell would.</summary>
    public static void Send(string signal, Process process)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
