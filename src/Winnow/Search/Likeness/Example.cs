namespace Winnow.Search.Likeness;

/// <summary>One liked or disliked thing.</summary>
/// <param name="Name">Its title in quotation marks, or "your text".</param>
/// <param name="Vector">Of what is compared of it; of length one.</param>
internal sealed record Example(string Name, float[] Vector);
