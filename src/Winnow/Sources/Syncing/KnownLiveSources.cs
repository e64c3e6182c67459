using Winnow.Configuration;
using Winnow.Sources.ArXiv;
using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>Every kind of live source that Winnow reads.</summary>
public static class KnownLiveSources
{
    /// <param name="client">Asks for all of them.</param>
    /// <param name="endpoints">Addresses other than the usual ones, by kind, as <see cref="WinnowOptions.Endpoints"/>.</param>
    /// <param name="clock">Says which day it is.</param>
    /// <exception cref="SettingsException">An endpoint is set for a kind that does not exist.</exception>
    public static LiveSources Create(SourceClient client, IReadOnlyDictionary<string, Uri> endpoints, TimeProvider clock)
    {
        Uri At(string kind, Uri usual) => endpoints.GetValueOrDefault(kind, usual);
        var sources = new LiveSources(
        [
            new ArXivHarvest(client, At("arxiv", ArXivHarvest.Usual), clock),
            new ArXivAnnouncements(client, At("arxiv-feed", ArXivAnnouncements.Usual), clock),
        ]);
        var unknown = endpoints.Keys.FirstOrDefault(kind => sources.All.All(source => source.Kind != kind));
        return unknown is null
            ? sources
            : throw new SettingsException($"The setting endpoints names the kind \"{unknown}\"; there are {string.Join(", ", sources.All.Select(source => source.Kind))}.");
    }
}
