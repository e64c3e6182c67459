namespace Winnow.Embeddings.Models.Downloads;

/// <summary>What lies at an address, by its end.</summary>
public static class ModelAddress
{
    private static readonly string[] Archives = [".zip", ".tar", ".tar.gz", ".tgz"];

    public static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public static bool IsArchive(string path) => Archives.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static bool IsStaticModel(string path) => path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase);

    public static bool IsList(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a folder, file or address is called, without the ending that says its kind.</summary>
    public static string NameOf(string source)
    {
        var path = Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? Uri.UnescapeDataString(Folder(uri).AbsolutePath) : source;
        if (IsList(path)) path = path[..(path.LastIndexOf('/') + 1)];
        var name = path.TrimEnd('/', '\\').Split('/', '\\')[^1];
        foreach (var ending in Archives.Append(".bin").OrderByDescending(ending => ending.Length))
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return name[..^ending.Length];
        }

        return name;
    }

    /// <summary>The address under which a folder's files are, with a slash in the end.</summary>
    /// <remarks>A model's page at Hugging Face is not where its files are: <c>/ORG/NAME</c> and <c>/ORG/NAME/tree/REVISION</c> stand for <c>/ORG/NAME/resolve/REVISION/</c>.</remarks>
    public static Uri Files(Uri address)
    {
        var parts = address.AbsolutePath.Trim('/').Split('/');
        return address.Host is "huggingface.co" or "hf.co" ? parts switch
        {
            [var owner, var name] => new Uri(address, $"/{owner}/{name}/resolve/main/"),
            [var owner, var name, "tree" or "resolve", var revision] => new Uri(address, $"/{owner}/{name}/resolve/{revision}/"),
            _ => Slashed(address),
        }
        : Slashed(address);
    }

    private static Uri Folder(Uri address)
    {
        var parts = address.AbsolutePath.Trim('/').Split('/');
        return parts is [var owner, var name, "tree" or "resolve", _] ? new Uri(address, $"/{owner}/{name}") : address;
    }

    private static Uri Slashed(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
