using System.Globalization;
using System.Net;

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
        new("proxies", "WINNOW_PROXIES", "none", (options, values) => options with { Proxies = [.. values.Select(Network)] }),
        new("uploads", "WINNOW_UPLOADS", "only where nobody but this machine can reach Winnow", (options, values) => options with { Uploads = Truth(values) }),
        new("collections", "WINNOW_COLLECTIONS", "only where nobody but this machine can reach Winnow", (options, values) => options with { Collections = Truth(values) }),
        new("sync", "WINNOW_SYNC", "true", (options, values) => options with { Sync = Truth(values) }),
        new("contact", "WINNOW_CONTACT", "none", (options, values) => options with { Contact = ContactText(values) }),
        new("endpoints", "WINNOW_ENDPOINTS", "none", (options, values) => options with { Endpoints = Endpoints(values) }),
        new("keys", "WINNOW_KEYS", "none", (options, values) => options with { Keys = KeysOf(values) }),
        new("requestGap", "WINNOW_REQUEST_GAP", "1", (options, values) => options with { RequestGap = Gap(values) }),
        new("privateNetworks", "WINNOW_PRIVATE_NETWORKS", "false", (options, values) => options with { PrivateNetworks = Truth(values) }),
        new("model", "WINNOW_MODEL", "what `winnow models use` chose", (options, values) => options with { Model = Name(values) }),
        new("batch", "WINNOW_BATCH", "auto", (options, values) => options with { Batch = Batch(values) }),
    ];

    private static string Address(string value) =>
        Uri.TryCreate(value.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp && uri.AbsolutePath == "/"
            ? value
            : throw new FormatException($"'{value}' is not an address such as http://127.0.0.1:5170 (https belongs to a reverse proxy in front of Winnow)");

    private static IPNetwork Network(string value) =>
        IPNetwork.TryParse(value, out var network) ? network
        : IPAddress.TryParse(value, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new FormatException($"'{value}' is not the address of a proxy such as 192.0.2.7, nor a network such as 192.0.2.0/24");

    private static string HostName(string value) =>
        Uri.CheckHostName(value) != UriHostNameType.Unknown ? value : throw new FormatException($"'{value}' is not a host name such as papers.example.org");

    /// <summary>It goes into a header, in parentheses.</summary>
    private static string ContactText(IReadOnlyList<string> values)
    {
        var text = string.Join(' ', values);
        return text.Length is > 0 and <= 200 && text.All(letter => letter is > ' ' and <= '~' and not ('(' or ')' or '\\'))
            ? text
            : throw new FormatException($"'{text}' is not an e-mail address or a page's address");
    }

    private static Dictionary<string, Uri> Endpoints(IReadOnlyList<string> values)
    {
        var endpoints = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var at = value.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !Uri.TryCreate(value[(at + 1)..], UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new FormatException($"'{value}' is not a kind of source with its address, as in arxiv=https://oai.example.org/oai");

            endpoints[value[..at].ToLowerInvariant()] = uri;
        }

        return endpoints;
    }

    /// <summary>A key, or the file that holds it, so that it need not stand where settings are shown.</summary>
    private static Dictionary<string, string> KeysOf(IReadOnlyList<string> values)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var at = value.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == value.Length - 1)
                throw new FormatException("what is set is not a kind of source with its key, as in openalex=KEY or openalex=@FILE");

            keys[value[..at].ToLowerInvariant()] = value[at + 1] == '@' ? KeyIn(value[(at + 2)..]) : value[(at + 1)..];
        }

        return keys;
    }

    private static string KeyIn(string file)
    {
        try
        {
            var key = File.ReadAllText(file).Trim();
            return key.Length > 0 ? key : throw new FormatException($"the file {file} is empty; it should hold a key");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the file {file}, which should hold a key, cannot be read");
        }
    }

    private static TimeSpan Gap(IReadOnlyList<string> values) =>
        values is [var value] && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"'{string.Join(' ', values)}' is not a number of seconds from 0 to 3600");

    private static string Name(IReadOnlyList<string> values) =>
        values is [{ Length: > 0 } value] ? value : throw new FormatException($"'{string.Join(' ', values)}' is not the name of one model, as `winnow models list` shows them");

    private static int? Batch(IReadOnlyList<string> values) => values switch
    {
        ["auto"] => null,
        [var value] when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var texts) && texts is >= 1 and <= WinnowOptions.MostTexts => texts,
        _ => throw new FormatException($"'{string.Join(' ', values)}' is neither auto nor a number of texts from 1 to {WinnowOptions.MostTexts}"),
    };

    private static bool Truth(IReadOnlyList<string> values) =>
        values is [var value] && bool.TryParse(value, out var truth) ? truth : throw new FormatException($"'{string.Join(' ', values)}' is neither true nor false");
}
