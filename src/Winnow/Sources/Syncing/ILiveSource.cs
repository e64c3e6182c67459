using Winnow.Sources.Fetching;

namespace Winnow.Sources.Syncing;

/// <summary>
/// One kind of live source: how to walk, page by page, from a cursor to the newest that it has. It keeps no state between calls: the cursor is all that a run
/// needs to go on where another was killed.
/// </summary>
public interface ILiveSource
{
    /// <summary>As <c>winnow sources add</c> takes it: lower case, never changed once released.</summary>
    string Kind { get; }

    /// <summary>A few words for people: what it brings.</summary>
    string Description { get; }

    /// <summary>What a person names to follow, as in "a category such as cs.CL".</summary>
    string Follows { get; }

    /// <summary>How often it is worth asking.</summary>
    TimeSpan Interval { get; }

    /// <summary>The usual spelling of what somebody wants to follow.</summary>
    /// <exception cref="SourceException">There is no such thing; the message says what there is.</exception>
    string Check(string follows);

    /// <summary>Fetches the next page. Called again with the cursor that it gave, until a page is the last.</summary>
    /// <exception cref="SourceException">It cannot be read now.</exception>
    Task<SourcePage> ReadAsync(SourcePosition position, CancellationToken cancel);
}
