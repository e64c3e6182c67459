namespace Winnow.Index;

/// <summary>Orders the matches by a number; documents without one come last; ties are broken by id.</summary>
public sealed record NumberSort(string Field, bool Descending = true);
