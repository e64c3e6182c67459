namespace Winnow.Sources.Importing;

/// <summary>What was asked for cannot be imported at all; the message is one sentence for the person who asked.</summary>
public sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
