namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>Eigenvalues and eigenvectors of a symmetric 3 × 3 matrix by Jacobi's rotations.</summary>
internal static class SymmetricMatrix
{
    private const int MostSweeps = 50;

    /// <summary>The eigenvalues, the largest first, with unit eigenvectors.</summary>
    /// <param name="matrix">Both halves filled; it is overwritten.</param>
    public static (double Value, double[] Vector)[] Eigen(double[,] matrix)
    {
        double[,] vectors = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var off = (matrix[0, 1] * matrix[0, 1]) + (matrix[0, 2] * matrix[0, 2]) + (matrix[1, 2] * matrix[1, 2]);
            var diagonal = (matrix[0, 0] * matrix[0, 0]) + (matrix[1, 1] * matrix[1, 1]) + (matrix[2, 2] * matrix[2, 2]);
            if (off <= 1e-30 * diagonal)
                break;
            Rotate(matrix, vectors, 0, 1);
            Rotate(matrix, vectors, 0, 2);
            Rotate(matrix, vectors, 1, 2);
        }
        return [.. Enumerable.Range(0, 3).OrderByDescending(i => matrix[i, i]).Select(i => (matrix[i, i], new[] { vectors[0, i], vectors[1, i], vectors[2, i] }))];
    }

    // Makes the element (p, q) zero.
    private static void Rotate(double[,] matrix, double[,] vectors, int p, int q)
    {
        if (matrix[p, q] == 0)
            return;
        var theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < 3; k++)
            (matrix[k, p], matrix[k, q]) = ((cosine * matrix[k, p]) - (sine * matrix[k, q]), (sine * matrix[k, p]) + (cosine * matrix[k, q]));
        for (var k = 0; k < 3; k++)
            (matrix[p, k], matrix[q, k]) = ((cosine * matrix[p, k]) - (sine * matrix[q, k]), (sine * matrix[p, k]) + (cosine * matrix[q, k]));
        for (var k = 0; k < 3; k++)
            (vectors[k, p], vectors[k, q]) = ((cosine * vectors[k, p]) - (sine * vectors[k, q]), (sine * vectors[k, p]) + (cosine * vectors[k, q]));
    }
}
