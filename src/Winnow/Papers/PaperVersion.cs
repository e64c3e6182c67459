namespace Winnow.Papers;

/// <param name="Number">1 for the first.</param>
/// <param name="Date">The day it was submitted, when known.</param>
public sealed record PaperVersion(int Number, DateOnly? Date);
