namespace Winnow.Embeddings.Fitting;

/// <summary>Vectors turned into fewer dimensions that keep most of their variance, the most telling first: what a prefix of a vector keeps.</summary>
internal static class PrincipalAxes
{
    private const int Sweeps = 12;

    /// <summary>Rows of <paramref name="dimensions"/> values, around a mean of zero.</summary>
    public static float[] Reduce(float[][] vectors, int dimensions)
    {
        var size = vectors[0].Length;
        var mean = new double[size];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < size; i++) mean[i] += vector[i] / vectors.Length;
        }

        var (values, axes) = Eigen(Covariance(vectors, mean));
        var order = Enumerable.Range(0, size).OrderByDescending(i => values[i]).Take(dimensions).ToArray();
        var reduced = new float[vectors.Length * dimensions];
        Parallel.For(0, vectors.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, row =>
        {
            for (var k = 0; k < dimensions; k++)
            {
                double sum = 0;
                var axis = axes[order[k]];
                for (var i = 0; i < size; i++) sum += (vectors[row][i] - mean[i]) * axis[i];
                reduced[(row * dimensions) + k] = (float)sum;
            }
        });
        return reduced;
    }

    private static double[][] Covariance(float[][] vectors, double[] mean)
    {
        var size = mean.Length;
        var sums = new float[size * size];
        var centred = new float[vectors.Length * size];
        for (var row = 0; row < vectors.Length; row++)
        {
            for (var i = 0; i < size; i++) centred[(row * size) + i] = (float)(vectors[row][i] - mean[i]);
        }

        var rows = MatrixView.OfRows(centred, vectors.Length, size);
        MatrixProduct.Add(rows.Transposed(), rows, sums, 2);
        return [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => (double)sums[(i * size) + j] / vectors.Length).ToArray())];
    }

    // Cyclic Jacobi rotations (Golub and Van Loan, 8.5): slow and exact, for a matrix of a few hundred rows once.
    private static (double[] Values, double[][] Axes) Eigen(double[][] a)
    {
        var n = a.Length;
        var axes = Enumerable.Range(0, n).Select(i => { var row = new double[n]; row[i] = 1; return row; }).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    if (Math.Abs(a[p][q]) < 1e-12) continue;
                    var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
                    var t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                    var c = 1 / Math.Sqrt((t * t) + 1);
                    Rotate(a, axes, p, q, c, t * c);
                }
            }
        }

        return ([.. a.Select((row, i) => row[i])], axes);
    }

    private static void Rotate(double[][] a, double[][] axes, int p, int q, double c, double s)
    {
        for (var k = 0; k < a.Length; k++) (a[k][p], a[k][q]) = ((c * a[k][p]) - (s * a[k][q]), (s * a[k][p]) + (c * a[k][q]));
        var (rowP, rowQ, axisP, axisQ) = (a[p], a[q], axes[p], axes[q]);
        for (var k = 0; k < a.Length; k++)
        {
            (rowP[k], rowQ[k]) = ((c * rowP[k]) - (s * rowQ[k]), (s * rowP[k]) + (c * rowQ[k]));
            (axisP[k], axisQ[k]) = ((c * axisP[k]) - (s * axisQ[k]), (s * axisP[k]) + (c * axisQ[k]));
        }
    }
}
