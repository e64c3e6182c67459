namespace Winnow.Sources.Fetching;

/// <summary>What a server said of a page's version (RFC 9110, 8.8), to ask later whether it has changed. Kept in the source's cursor, and so only once the page is stored.</summary>
/// <param name="Tag">The header <c>ETag</c>, as sent.</param>
/// <param name="Modified">The header <c>Last-Modified</c>, as sent.</param>
public sealed record PageValidators(string? Tag, string? Modified);
