using System.Net;

namespace Winnow.Configuration;

/// <summary>How this installation is set up: read once at start by <see cref="SettingsReader"/>, valid from then on.</summary>
public sealed record WinnowOptions
{
    /// <summary>What <see cref="Batch"/> can be: endpoints take no more.</summary>
    internal const int MostTexts = 2048;

    /// <summary>The name of <see cref="BatchSizesFile"/>.</summary>
    public const string BatchSizesName = "batch-sizes.json";

    /// <summary>The folder with the library, the index and <c>winnow.json</c>; an absolute path.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Addresses that the web server listens on.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5170"];

    /// <summary>Host names that a browser may ask for, besides those of this machine; needed behind a reverse proxy.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Reverse proxies on other machines that are believed when they say where a request comes from.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether an empty library is filled with the sample catalogue when the server starts.</summary>
    public bool Sample { get; init; } = true;

    /// <summary>Whether visitors may add papers and say what is followed; null: only where nobody but this machine can reach the site.</summary>
    public bool? Uploads { get; init; }

    /// <summary>Whether visitors may make and change collections; null: only where nobody but this machine can reach the site.</summary>
    public bool? Collections { get; init; }

    /// <summary>Whether the server reads followed sources when they are due.</summary>
    public bool Sync { get; init; } = true;

    /// <summary>An e-mail address or a page that sources are told, so that they can write before they block; null when there is none.</summary>
    public string? Contact { get; init; }

    /// <summary>Addresses of sources other than the usual ones, by their kind.</summary>
    public IReadOnlyDictionary<string, Uri> Endpoints { get; init; } = new Dictionary<string, Uri>();

    /// <summary>What lets Winnow in at sources that ask for it, by their kind.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>The least time between two requests to one host; arXiv's own rule is longer and always holds.</summary>
    public TimeSpan RequestGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether addresses that somebody typed may lead into private networks.</summary>
    public bool PrivateNetworks { get; init; }

    /// <summary>The model of meaning to use, whatever was chosen in the data folder; null to go by that.</summary>
    public string? Model { get; init; }

    /// <summary>Texts that a model embeds at once; null: as many as are found to be best.</summary>
    public int? Batch { get; init; }

    /// <summary>The database.</summary>
    public string LibraryFile => Path.Combine(DataFolder, "library.db");

    /// <summary>The search index.</summary>
    public string IndexFolder => Path.Combine(DataFolder, "index");

    /// <summary>The vectors of every model that has embedded the papers.</summary>
    public string VectorsFolder => Path.Combine(DataFolder, "vectors");

    /// <summary>The models that were added, and which of them is chosen.</summary>
    public string ModelsFolder => Path.Combine(DataFolder, "models");

    /// <summary>Which batches were found to be best, for models and for commands.</summary>
    public string BatchSizesFile => Path.Combine(DataFolder, BatchSizesName);

    /// <summary>What trending topics are made of: counts of phrases, derived from the library.</summary>
    public string TopicsFolder => Path.Combine(DataFolder, "topics");

    /// <summary>The settings file, which need not exist.</summary>
    public string SettingsFile => Path.Combine(DataFolder, SettingsReader.FileName);
}
