namespace Winnow.Embeddings.Spaces;

/// <summary>
/// Relative representations (Moschella et al. 2023): a vector is known by its cosines to the anchors, which two spaces share. As a map into the target
/// space it is the sum of the target's anchors, each weighed by the query's cosine to it: cosines of cosines up to the length of the document's.
/// </summary>
internal sealed class RelativeMap(Matrix source, Matrix target) : ISpaceMap
{
    private readonly double[] _sourceMean = source.Mean();
    private readonly double[] _targetMean = target.Mean();
    private readonly Matrix _sourceAnchors = source.Minus(source.Mean()).WithUnitRows();
    private readonly Matrix _targetAnchors = target.Minus(target.Mean()).WithUnitRows();

    public Matrix Translate(Matrix source) => SourceCosines(source).Times(_targetAnchors);

    /// <summary>Rows as cosines to the anchors, of length 1: the paper's own comparison, for which documents are rewritten as well.</summary>
    public Matrix SourceCosines(Matrix rows) => rows.Minus(_sourceMean).WithUnitRows().TimesTransposed(_sourceAnchors).WithUnitRows();

    public Matrix TargetCosines(Matrix rows) => rows.Minus(_targetMean).WithUnitRows().TimesTransposed(_targetAnchors).WithUnitRows();
}
