using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Winnow.Configuration;

namespace Winnow.Cli.Diagnosis;

/// <summary>What Winnow needs of the machine: a folder that it can write, room on the disk, text functions, and a port.</summary>
internal static class MachineExamination
{
    private const long Gibibyte = 1 << 30;

    public static Finding Folder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Finding.Note("data folder", $"{folder} does not exist yet.", "It is created by the first `winnow import` or `winnow serve`.");
        }

        var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
            return Finding.Fine("data folder", folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Finding.Problem("data folder", $"{folder} cannot be written: {refused.Message}", "Give yourself write access to it, or name another with --data or WINNOW_DATA.");
        }
    }

    public static Finding Disk(string folder)
    {
        var existing = folder;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { Length: > 0 } parent)
        {
            existing = parent;
        }

        try
        {
            var free = new DriveInfo(existing).AvailableFreeSpace;
            var says = string.Create(CultureInfo.InvariantCulture, $"{(double)free / Gibibyte:0.0} GiB free where {folder} is.");
            return free >= Gibibyte
                ? Finding.Fine("disk", says)
                : Finding.Problem("disk", says, "Free at least 1 GiB: merging the index needs room for a second copy of its largest part.");
        }
        catch (Exception unknown) when (unknown is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Finding.Note("disk", $"The free space cannot be read: {unknown.Message}", "Make sure yourself that there is 1 GiB.");
        }
    }

    /// <summary>Under a runtime without globalization data, decomposition does nothing, and accents would silently stop being folded.</summary>
    public static Finding Text()
    {
        var decomposed = "Erdős–Rényi".Normalize(NormalizationForm.FormD).Length;
        return decomposed == 13
            ? Finding.Fine("text", "Accents are folded, so that Erdos finds Erdős.")
            : Finding.Problem("text", "This runtime does not decompose accented letters, so that Erdos would not find Erdős.", "Install ICU (Debian: libicu72) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }

    public static IEnumerable<Finding> Ports(WinnowOptions options) => options.Urls.Select(Port);

    private static Finding Port(string url)
    {
        var uri = new Uri(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal));
        var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var literal) ? literal : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(address, uri.Port);
            listener.Start();
            return Finding.Fine("port", $"{url} is free.");
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return Finding.Note("port", $"{url} is in use.", "That is as it should be while `winnow serve` runs; else start it with another one: winnow serve --port 5171");
        }
        catch (SocketException refused)
        {
            return Finding.Problem("port", $"{url} cannot be listened on: {refused.Message}.", "Choose another address with `winnow serve --urls` or the setting urls.");
        }
    }
}
