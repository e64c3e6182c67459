namespace Winnow.Sources.Fetching;

/// <summary>One request to a source.</summary>
/// <param name="Address">http or https.</param>
public sealed record FetchRequest(Uri Address)
{
    /// <summary>Whether somebody typed the address in a page or a command: then it may lead to the public internet alone. Publishers' own addresses are ours.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Those of the page as it was last stored: unchanged, it need not be sent again.</summary>
    public PageValidators? Known { get; init; }

    /// <summary>Further headers, such as a key. They are not sent to another host that the answer redirects to.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>JSON to post; without it the request is a GET. Only what may be repeated without harm: it is tried again after a failure.</summary>
    public string? Json { get; init; }
}
