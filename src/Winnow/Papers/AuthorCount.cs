namespace Winnow.Papers;

/// <param name="Name">The spelling that most papers use.</param>
/// <param name="Papers">How many papers.</param>
public sealed record AuthorCount(string Name, long Papers);
