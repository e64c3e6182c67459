namespace Winnow.Configuration;

/// <summary>Where a library lives when nobody says otherwise.</summary>
public static class DataFolder
{
    public const string Variable = "WINNOW_DATA";

    /// <summary>
    /// <paramref name="given"/>, else <c>WINNOW_DATA</c>, else the platform's folder for applications' data: <c>$XDG_DATA_HOME/winnow</c> or
    /// <c>~/.local/share/winnow</c>, <c>~/Library/Application Support/Winnow</c> on macOS, <c>%LOCALAPPDATA%\Winnow</c> on Windows.
    /// </summary>
    /// <exception cref="SettingsException">There is no home folder to put it in.</exception>
    public static string Resolve(string? given, Func<string, string?> environment)
    {
        var folder = NotEmpty(given) ?? NotEmpty(environment(Variable)) ?? OfPlatform(environment);
        return Path.GetFullPath(folder);
    }

    private static string OfPlatform(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Winnow");
        }

        // The XDG specification: a relative path is to be ignored.
        if (!OperatingSystem.IsMacOS() && NotEmpty(environment("XDG_DATA_HOME")) is { } xdg && Path.IsPathRooted(xdg))
        {
            return Path.Combine(xdg, "winnow");
        }

        var home = NotEmpty(environment("HOME"))
            ?? throw new SettingsException("There is no home folder (HOME is not set): say where the library lives with --data FOLDER or WINNOW_DATA.");
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Application Support", "Winnow") : Path.Combine(home, ".local", "share", "winnow");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
