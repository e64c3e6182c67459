namespace Winnow.Sources.ArXiv;

/// <param name="Name">A field of research, in plain words.</param>
/// <param name="Categories">arXiv's categories in it, with their names.</param>
public sealed record ArXivField(string Name, IReadOnlyList<(string Code, string Name)> Categories);
