namespace Winnow.Web.Pages.Papers;

/// <param name="Name">As in <c>citation_title</c>.</param>
/// <param name="Content">Its value, unescaped.</param>
internal readonly record struct CitationTag(string Name, string Content);
