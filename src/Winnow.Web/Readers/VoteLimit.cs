namespace Winnow.Web.Readers;

/// <summary>
/// How many votes may come from one address: nobody reads faster, and who makes up readers by the thousand has few addresses. Taking votes back counts too.
/// </summary>
internal static class VoteLimit
{
    public const string Policy = "votes";

    /// <summary>At once; as many seconds of <see cref="Refill"/> later one more. Both stand in <c>docs/configuration.md</c>.</summary>
    public const int AtOnce = 60;

    /// <summary>One more vote each: 120 in an hour.</summary>
    public static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);
}
