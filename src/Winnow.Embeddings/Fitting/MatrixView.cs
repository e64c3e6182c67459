namespace Winnow.Embeddings.Fitting;

/// <summary>A view of floats as rows and columns: element (r, c) at r × RowStride + c × ColumnStride.</summary>
internal readonly record struct MatrixView(float[] Values, int Rows, int Columns, int RowStride, int ColumnStride)
{
    public static MatrixView OfRows(float[] values, int rows, int columns) => new(values, rows, columns, columns, 1);

    public MatrixView Transposed() => new(Values, Columns, Rows, ColumnStride, RowStride);
}
