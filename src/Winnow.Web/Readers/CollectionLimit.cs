namespace Winnow.Web.Readers;

/// <summary>How many changes of collections may come from one address: more than of votes, since a list may be gathered in one sitting.</summary>
internal static class CollectionLimit
{
    public const string Policy = "collections";

    /// <summary>At once; as many seconds of <see cref="Refill"/> later one more. Both stand in <c>docs/configuration.md</c>.</summary>
    public const int AtOnce = 300;

    /// <summary>One more change each: 720 in an hour.</summary>
    public static readonly TimeSpan Refill = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of a form: every collection ticked, and a long note.</summary>
    public const int LargestForm = 256 * 1024;
}
