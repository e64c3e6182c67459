namespace Winnow.Search.Likeness;

/// <summary>A PDF that cannot be read; the message is one sentence for whoever sent it.</summary>
public sealed class PdfException(string message) : Exception(message);
