namespace Winnow.Embeddings.Remote;

/// <summary>How an endpoint is to be used: what <c>winnow-model.json</c> says of it.</summary>
public sealed record RemoteManifest
{
    /// <summary>The model's name, as people say it here.</summary>
    public required string Name { get; init; }

    /// <summary>Where the API lives, up to and including its version: <c>http://127.0.0.1:11434/v1</c>. <c>/embeddings</c> is added.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model's name, as the endpoint says it.</summary>
    public required string Model { get; init; }

    /// <summary>Values of a vector. An answer of another length is refused.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Whether the endpoint is asked for that many, as models trained with Matryoshka loss can be; others refuse the question.</summary>
    public bool AskForDimensions { get; init; }

    /// <summary>Put in front of questions.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put in front of everything else.</summary>
    public string DocumentPrefix { get; init; } = "";

    /// <summary>Texts a request at most, whatever is found or chosen; null for <see cref="Batching.BatchFinder.MostAuto"/>.</summary>
    public int? Batch { get; init; }

    /// <summary>Letters of a text at most, prefix included; what is longer is cut.</summary>
    public int MaxLetters { get; init; } = 8000;

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A file whose first line is the key; relative to the model's folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The environment variable that holds the key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>What may be asked for in a day or a month; null for all one likes.</summary>
    public RemoteBudget? Budget { get; init; }
}
