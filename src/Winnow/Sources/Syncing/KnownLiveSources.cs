using Winnow.Configuration;
using Winnow.Papers;
using Winnow.Sources.AclAnthology;
using Winnow.Sources.ArXiv;
using Winnow.Sources.Feeds;
using Winnow.Sources.Fetching;
using Winnow.Sources.HuggingFace;
using Winnow.Sources.OpenAlex;
using Winnow.Sources.OpenReview;
using Winnow.Sources.SemanticScholar;

namespace Winnow.Sources.Syncing;

/// <summary>Every kind of live source that Winnow reads.</summary>
public static class KnownLiveSources
{
    /// <param name="client">Asks for all of them.</param>
    /// <param name="endpoints">Addresses other than the usual ones, by kind, as <see cref="WinnowOptions.Endpoints"/>.</param>
    /// <param name="keys">What lets Winnow in, by kind, as <see cref="WinnowOptions.Keys"/>.</param>
    /// <param name="library">Whose papers are looked up where a source only says more of them.</param>
    /// <param name="clock">Says which day it is.</param>
    /// <exception cref="SettingsException">An endpoint is set for a kind that does not exist.</exception>
    public static LiveSources Create(
        SourceClient client, IReadOnlyDictionary<string, Uri> endpoints, IReadOnlyDictionary<string, string> keys, IPaperLibrary library, TimeProvider clock)
    {
        Uri At(string kind, Uri usual) => endpoints.GetValueOrDefault(kind, usual);
        var sources = new LiveSources(
        [
            new ArXivHarvest(client, At("arxiv", ArXivHarvest.Usual), clock),
            new ArXivAnnouncements(client, At("arxiv-feed", ArXivAnnouncements.Usual), clock),
            new ArXivSearch(client, At("arxiv-search", ArXivSearch.Usual), clock),
            new HuggingFaceDaily(client, At("huggingface", HuggingFaceDaily.Usual), clock),
            new OpenReviewVenue(client, At("openreview", OpenReviewVenue.Usual), clock),
            new AnthologyEvents(client, At("acl", AnthologyEvents.Usual), clock),
            new FollowedFeed(client, clock),
            new SemanticScholarEnrichment(client, At("semanticscholar", SemanticScholarEnrichment.Usual), keys.GetValueOrDefault("semanticscholar"), library, clock),
            new OpenAlexEnrichment(client, At("openalex", OpenAlexEnrichment.Usual), keys.GetValueOrDefault("openalex"), library, clock),
        ]);
        var unknownKey = keys.Keys.FirstOrDefault(kind => kind is not ("semanticscholar" or "openalex"));
        if (unknownKey is not null)
            throw new SettingsException($"The setting keys names the kind \"{unknownKey}\"; semanticscholar and openalex take one.");

        var unknown = endpoints.Keys.FirstOrDefault(kind => sources.All.All(source => source.Kind != kind));
        return unknown is null
            ? sources
            : throw new SettingsException($"The setting endpoints names the kind \"{unknown}\"; there are {string.Join(", ", sources.All.Select(source => source.Kind))}.");
    }
}
