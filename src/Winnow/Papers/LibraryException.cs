namespace Winnow.Papers;

/// <summary>The library cannot be used as it is; the message tells a person what is wrong and what to do.</summary>
public sealed class LibraryException(string message, Exception? inner = null) : Exception(message, inner);
