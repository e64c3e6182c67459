namespace Winnow.Configuration;

/// <summary>One thing that can be set.</summary>
/// <param name="Key">Its name in <c>winnow.json</c>.</param>
/// <param name="Variable">The environment variable that overrides the file.</param>
/// <param name="Default">What holds when nobody sets it, in words.</param>
/// <param name="Apply">Puts a value into the options, or throws <see cref="FormatException"/> with a sentence that says what was expected.</param>
public sealed record Setting(string Key, string Variable, string Default, Func<WinnowOptions, IReadOnlyList<string>, WinnowOptions> Apply)
{
    /// <summary>Every setting. Each is described in <c>docs/configuration.md</c>.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("urls", "WINNOW_URLS", "http://127.0.0.1:5170", (options, values) => options with { Urls = [.. values.Select(Address)] }),
        new("allowedHosts", "WINNOW_ALLOWED_HOSTS", "none", (options, values) => options with { AllowedHosts = [.. values.Select(HostName)] }),
        new("sample", "WINNOW_SAMPLE", "true", (options, values) => options with { Sample = Truth(values) }),
    ];

    private static string Address(string value) =>
        Uri.TryCreate(value.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp && uri.AbsolutePath == "/"
            ? value
            : throw new FormatException($"'{value}' is not an address such as http://127.0.0.1:5170 (https belongs to a reverse proxy in front of Winnow)");

    private static string HostName(string value) =>
        Uri.CheckHostName(value) != UriHostNameType.Unknown ? value : throw new FormatException($"'{value}' is not a host name such as papers.example.org");

    private static bool Truth(IReadOnlyList<string> values) =>
        values is [var value] && bool.TryParse(value, out var truth) ? truth : throw new FormatException($"'{string.Join(' ', values)}' is neither true nor false");
}
