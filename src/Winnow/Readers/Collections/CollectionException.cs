namespace Winnow.Readers.Collections;

/// <summary>A collection cannot be made, named or filled as somebody asked; the message tells them why.</summary>
public sealed class CollectionException(string message) : Exception(message);
