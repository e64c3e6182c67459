namespace Winnow.Web.Links;

/// <param name="Scheme">Who issued the id: <c>arxiv</c>, <c>doi</c>, … or <c>w</c> for Winnow itself.</param>
/// <param name="Value">The id, unescaped; a DOI holds slashes.</param>
internal readonly record struct PaperAddress(string Scheme, string Value)
{
    /// <summary>Escaped for a URL; slashes stay, since the route takes the rest of the path.</summary>
    public string Path => $"/paper/{Uri.EscapeDataString(Scheme)}/{Uri.EscapeDataString(Value).Replace("%2F", "/", StringComparison.Ordinal)}";
}
