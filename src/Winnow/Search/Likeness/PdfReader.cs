namespace Winnow.Search.Likeness;

/// <summary>Gives the text of a PDF's first pages. Reading PDFs needs a library that the product does not depend on, so whoever puts Winnow together brings it.</summary>
/// <param name="pdf">The file; anything may be in it.</param>
/// <param name="cancel">Gives up.</param>
/// <exception cref="PdfException">It cannot be read; the message says why in one sentence.</exception>
public delegate Task<string> PdfReader(Stream pdf, CancellationToken cancel);
