using Winnow.Sources.ArXiv;
using Winnow.Sources.Syncing;

namespace Winnow.Web.Pages.Sources;

/// <summary>What a followed source is called where people read it.</summary>
internal static class SourceTitle
{
    public static string Of(FollowedSource source) => source.Kind switch
    {
        "arxiv" => ArXivCategories.NameOf(source.Follows) is { } name ? $"arXiv {source.Follows}: {name}" : $"arXiv {source.Follows}",
        "arxiv-feed" => $"arXiv's announcements of {source.Follows}",
        "huggingface" => "Hugging Face daily papers",
        "openreview" => $"OpenReview: {source.Follows}",
        "acl" => $"ACL Anthology: {source.Follows}",
        "feed" => Uri.TryCreate(source.Follows, UriKind.Absolute, out var address) ? $"{address.Host}{address.AbsolutePath.TrimEnd('/')}" : source.Follows,
        "semanticscholar" => "Semantic Scholar, on your papers",
        "openalex" => "OpenAlex, on your papers",
        _ => source.Name,
    };
}
