namespace Winnow.Embeddings.Spaces;

/// <summary>A way from one model's vectors to another's.</summary>
internal interface ISpaceMap
{
    /// <summary>Rows of the source space as rows of the target space. Only their direction has a meaning.</summary>
    Matrix Translate(Matrix source);
}
