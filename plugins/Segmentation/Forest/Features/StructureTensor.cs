namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Eigenvalues of the structure tensor at one scale: products of the components of the gradient, smoothed by a Gaussian of half the scale.</summary>
/// <remarks>
/// Products are smoothed in the plane once for each slice and kept for its neighbours, so going through a volume slice by slice makes none of them
/// twice. Past the borders they are mirrored as they are, signs and all, which is what scipy's filters do to an image of products.
/// </remarks>
internal sealed class StructureTensor
{
    private const int Raw = 8;

    private readonly GreyWindow _window;
    private readonly ScaleFilters _filters;
    private readonly DepthPlanes _depth;
    private readonly Tile _tile;
    private readonly (int Depth, int Height, int Width) _shape;
    private readonly int _first;
    private readonly int _end;
    private readonly int _stride;
    private readonly float[][] _rows;
    private readonly float[][] _smooth;
    private readonly int[] _held;
    private readonly int[] _before;
    private readonly int[] _after;
    private int _centre;

    /// <param name="window">The greys.</param>
    /// <param name="filters">Of the scale.</param>
    /// <param name="dimensions">2 or 3.</param>
    /// <param name="tile">The voxels.</param>
    /// <param name="shape">Of the volume.</param>
    public StructureTensor(GreyWindow window, ScaleFilters filters, int dimensions, Tile tile, (int Depth, int Height, int Width) shape)
    {
        (_window, _filters, _tile, _shape) = (window, filters, tile, shape);
        _depth = new DepthPlanes(window, filters, dimensions, FeatureKinds.Structure);
        (_first, _end) = (Math.Max(0, tile.Y - filters.IntegrateY.Radius), Math.Min(shape.Height, tile.Y + tile.Height + filters.IntegrateY.Radius));
        _stride = tile.Width + Fir.Slack;
        var slots = dimensions == 2 ? 1 : Math.Min(shape.Depth, (2 * filters.IntegrateZ.Radius) + 1);
        _held = new int[slots];
        Array.Fill(_held, -1);
        _rows = Planes(_end - _first);
        _smooth = Planes(checked(slots * tile.Height));
        var taps = dimensions == 2 ? 0 : filters.IntegrateZ.Radius + 1;
        (_before, _after) = (new int[taps], new int[taps]);

        float[][] Planes(int rows) => [.. Enumerable.Range(0, dimensions == 2 ? 3 : 6).Select(_ => new float[checked((rows * _stride) + Fir.Slack)])];
    }

    /// <summary>Makes ready all that <see cref="FillRow"/> needs of a slice and its neighbours.</summary>
    public void MoveTo(int z, Rows rows, CancellationToken cancellationToken)
    {
        _centre = Load(z, rows, cancellationToken);
        for (var k = 0; k < _before.Length; k++)
            (_before[k], _after[k]) = (Load(z - k, rows, cancellationToken) - _centre, Load(z + k, rows, cancellationToken) - _centre);
    }

    /// <summary>Writes the eigenvalues of one row of the tile, the greatest first.</summary>
    public void FillRow(int y, FeaturePlanes planes, int place, RowScratch scratch)
    {
        var (start, whole) = (_centre + (y * _stride), RowScratch.Whole(_tile.Width));
        if (_depth.IsFlat)
        {
            Eigenvalues.Of2(_smooth[0].AsSpan(start, whole), _smooth[1].AsSpan(start, whole), _smooth[2].AsSpan(start, whole), scratch[0][..whole], scratch[1][..whole]);
        }
        else
        {
            for (var product = 0; product < 6; product++)
                Fir.Convolve(_smooth[product], start, _before, _after, _filters.IntegrateZ, _tile.Width, scratch[Raw + product]);
            Eigenvalues.Of3(Product(0), Product(1), Product(3), Product(2), Product(4), Product(5), scratch[0][..whole], scratch[1][..whole], scratch[2][..whole]);
        }
        for (var part = 0; part < (_depth.IsFlat ? 2 : 3); part++)
            scratch[part][.._tile.Width].CopyTo(planes.Row(place + part, y));

        ReadOnlySpan<float> Product(int product) => scratch[Raw + product][..whole];
    }

    // The products of a slice, smoothed in its plane; gives the place of their first row.
    private int Load(int z, Rows rows, CancellationToken cancellationToken)
    {
        z = Mirror.Index(z, _shape.Depth);
        var slot = z % _held.Length;
        var start = slot * _tile.Height * _stride;
        if (_held[slot] == z)
            return start;
        _held[slot] = -1;
        _depth.MoveTo(z);
        if (!_depth.IsFlat)
            rows.ForEach(0, _window.Rows, (row, _) => _depth.FillRow(row), cancellationToken);
        rows.ForEach(_first, _end, Multiply, cancellationToken);
        rows.ForEach(0, _tile.Height, (y, _) => SmoothAlongY(y, start), cancellationToken);
        _held[slot] = z;
        return start;
    }

    // The gradient of one row, its products xx, yy, xy (zz, xz, yz), smoothed along the row.
    private void Multiply(int y, RowScratch scratch)
    {
        var (rim, reach) = (_filters.IntegrateX.Radius, _filters.X.Radius);
        var width = _tile.Width + (2 * rim);
        var start = _depth.Start + ((y - _tile.Y + _window.Rim) * _window.Stride) + _window.Rim - rim - reach;
        Vertical(_depth.Smooth, scratch[0], scratch[1]);
        Horizontal(scratch[0], scratch[2], scratch[3]);
        Horizontal(scratch[1], scratch[4]);
        if (!_depth.IsFlat)
        {
            Vertical(_depth.First, scratch[0]);
            Horizontal(scratch[0], scratch[5]);
        }
        var whole = RowScratch.Whole(width);
        var gx = scratch[3][..whole];
        var gy = scratch[4][..whole];
        var gz = scratch[5][..whole];
        Finish(0, gx, gx);
        Finish(1, gy, gy);
        Finish(2, gx, gy);
        if (!_depth.IsFlat)
        {
            Finish(3, gz, gz);
            Finish(4, gx, gz);
            Finish(5, gy, gz);
        }

        void Vertical(float[] plane, Span<float> smooth, Span<float> first = default) =>
            Fir.Convolve(plane, start, _filters.RowsBefore, _filters.RowsAfter, _filters.Y, width + (2 * reach), smooth, first);

        void Horizontal(ReadOnlySpan<float> row, Span<float> smooth, Span<float> first = default) =>
            Fir.Convolve(row, reach, _filters.ColumnsBefore, _filters.ColumnsAfter, _filters.X, width, smooth, first);

        void Finish(int product, ReadOnlySpan<float> one, ReadOnlySpan<float> other)
        {
            var row = scratch[Raw];
            Lanes.Multiply(one, other, row);
            var left = _tile.X - rim;
            for (var x = left; x < 0; x++)
                row[x - left] = row[Mirror.Index(x, _shape.Width) - left];
            for (var x = _shape.Width; x < left + width; x++)
                row[x - left] = row[Mirror.Index(x, _shape.Width) - left];
            Fir.Convolve(row, rim, _filters.ColumnsBefore, _filters.ColumnsAfter, _filters.IntegrateX, _tile.Width, _rows[product].AsSpan((y - _first) * _stride));
        }
    }

    private void SmoothAlongY(int y, int start)
    {
        var radius = _filters.IntegrateY.Radius;
        Span<int> before = stackalloc int[radius + 1];
        Span<int> after = stackalloc int[radius + 1];
        var centre = _tile.Y + y;
        for (var k = 0; k <= radius; k++)
        {
            before[k] = (Mirror.Index(centre - k, _shape.Height) - centre) * _stride;
            after[k] = (Mirror.Index(centre + k, _shape.Height) - centre) * _stride;
        }
        for (var product = 0; product < _rows.Length; product++)
            Fir.Convolve(_rows[product], (centre - _first) * _stride, before, after, _filters.IntegrateY, _tile.Width, _smooth[product].AsSpan(start + (y * _stride)));
    }
}
