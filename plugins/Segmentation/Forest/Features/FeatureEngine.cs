using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>
/// Measures all features of one tile, slice by slice, on all cores. What it holds is the tile with its rim over as many slices as the filters
/// reach, whatever the size of the volume; going on to the next slice makes use of what was made for the one before. Used by one thread at a time.
/// </summary>
internal sealed class FeatureEngine
{
    private readonly FeatureSettings _settings;
    private readonly Tile _tile;
    private readonly GreyWindow _window;
    private readonly Rows _rows;
    private readonly ScaleFilters[] _filters;
    private readonly DepthPlanes[] _depth;
    private readonly StructureTensor?[] _tensors;
    private readonly bool _isFlat;

    /// <param name="volume">Lent.</param>
    /// <param name="statistics">Of the volume.</param>
    /// <param name="scaling">Makes the greys comparable.</param>
    /// <param name="settings">What to measure.</param>
    /// <param name="tile">Where.</param>
    public FeatureEngine(IVolumeSource volume, IntensityStatistics statistics, GreyScaling scaling, FeatureSettings settings, Tile tile)
    {
        (_settings, _tile) = (settings, tile);
        var (shape, spacing, dimensions) = (volume.Shape, volume.Spacing, settings.Dimensions);
        _isFlat = dimensions == 2;
        var rim = settings.Scales.Max(sigma => ScaleFilters.Reach(sigma, dimensions, spacing));
        var slices = (2 * settings.Scales.Max(sigma => ScaleFilters.ReachZ(sigma, dimensions, spacing))) + 1;
        _window = new GreyWindow(volume, statistics, scaling, tile, rim, slices, settings.Has(FeatureKinds.Variance));
        _rows = new Rows(_window.Stride);
        _filters = [.. settings.Scales.Select(sigma => new ScaleFilters(sigma, dimensions, spacing, _window.Stride))];
        _depth = [.. _filters.Select(filters => new DepthPlanes(_window, filters, dimensions, settings.Kinds))];
        _tensors = [.. _filters.Select(filters => settings.Has(FeatureKinds.Structure)
            ? new StructureTensor(_window, filters, dimensions, tile, (shape.Depth, shape.Height, shape.Width))
            : null)];
    }

    /// <summary>Measures the features of the tile's voxels in one slice.</summary>
    public FeaturePlanes Measure(int z, CancellationToken cancellationToken)
    {
        var planes = new FeaturePlanes(_settings.Count, _tile.Height, _tile.Width);
        Measure(z, planes, cancellationToken);
        return planes;
    }

    /// <summary>As the other, into planes made before.</summary>
    public void Measure(int z, FeaturePlanes planes, CancellationToken cancellationToken)
    {
        foreach (var tensor in _tensors)
            tensor?.MoveTo(z, _rows, cancellationToken);
        foreach (var depth in _depth)
            depth.MoveTo(z);
        if (!_isFlat)
        {
            _rows.ForEach(0, _window.Rows, (row, _) =>
            {
                foreach (var depth in _depth)
                    depth.FillRow(row);
            }, cancellationToken);
        }
        _rows.ForEach(0, _tile.Height, (y, scratch) => FillRow(z, y, planes, scratch), cancellationToken);
    }

    private void FillRow(int z, int y, FeaturePlanes planes, RowScratch scratch)
    {
        var grey = _window.Values.AsSpan(_window.Load(z) + ((y + _window.Rim) * _window.Stride) + _window.Rim, _tile.Width);
        if (_settings.Place(-1, FeatureKinds.Grey) is >= 0 and var place)
            grey.CopyTo(planes.Row(place, y));
        var previous = grey;
        for (var scale = 0; scale < _filters.Length; scale++)
        {
            if ((_settings.Kinds & DepthPlanes.Derivatives & ~FeatureKinds.Structure) != 0)
                previous = FillDerivatives(scale, y, previous, planes, scratch);
            FillBoxes(scale, y, planes, scratch);
            if (_settings.Has(FeatureKinds.Median))
                FillMedian(scale, z, y, planes.Row(_settings.Place(scale, FeatureKinds.Median), y), scratch);
            _tensors[scale]?.FillRow(y, planes, _settings.Place(scale, FeatureKinds.Structure), scratch);
        }
    }

    // Gives the smoothed row, which the next scale takes the difference to.
    private Span<float> FillDerivatives(int scale, int y, ReadOnlySpan<float> previous, FeaturePlanes planes, RowScratch scratch)
    {
        var (filters, depth, width) = (_filters[scale], _depth[scale], _tile.Width);
        var reach = filters.X.Radius;
        var start = depth.Start + ((y + _window.Rim) * _window.Stride) + _window.Rim - reach;
        var whole = RowScratch.Whole(width);
        // Two rows in turn: the smoothed row of the scale before is still needed.
        var smooth = scratch[22 + (scale % 2)];
        var gx = scratch[3];
        var gy = scratch[4];
        var gz = _isFlat ? default : scratch[5];
        var xx = scratch[6];
        var yy = scratch[7];
        var zz = _isFlat ? default : scratch[8];
        var xy = scratch[9];
        var xz = scratch[10];
        var yz = scratch[11];
        Vertical(depth.Smooth, scratch[0], scratch[1], scratch[2]);
        Horizontal(scratch[0], smooth, gx, xx);
        Horizontal(scratch[1], gy, xy);
        Horizontal(scratch[2], yy);
        if (!_isFlat)
        {
            Vertical(depth.First, scratch[0], scratch[1]);
            Horizontal(scratch[0], gz, xz);
            Horizontal(scratch[1], yz);
            Vertical(depth.Second, scratch[0]);
            Horizontal(scratch[0], zz);
        }
        var result = scratch[12];
        Keep(FeatureKinds.Gaussian, smooth);
        if (_settings.Has(FeatureKinds.Difference))
        {
            var row = planes.Row(_settings.Place(scale, FeatureKinds.Difference), y);
            for (var x = 0; x < width; x++)
                row[x] = previous[x] - smooth[x];
        }
        if (_settings.Has(FeatureKinds.Gradient))
        {
            Lanes.Norm(gx[..whole], gy[..whole], _isFlat ? [] : gz[..whole], result);
            Keep(FeatureKinds.Gradient, result);
        }
        if (_settings.Has(FeatureKinds.Laplacian))
        {
            Lanes.Sum(xx[..whole], yy[..whole], _isFlat ? [] : zz[..whole], result);
            Keep(FeatureKinds.Laplacian, result);
        }
        if (_settings.Has(FeatureKinds.Hessian))
        {
            var high = scratch[13];
            var middle = scratch[14];
            var low = scratch[15];
            if (_isFlat)
                Eigenvalues.Of2(xx[..whole], yy[..whole], xy[..whole], high[..whole], middle[..whole]);
            else
                Eigenvalues.Of3(xx[..whole], yy[..whole], zz[..whole], xy[..whole], xz[..whole], yz[..whole], high[..whole], middle[..whole], low[..whole]);
            Keep(FeatureKinds.Hessian, high);
            Keep(FeatureKinds.Hessian, middle, 1);
            if (!_isFlat)
                Keep(FeatureKinds.Hessian, low, 2);
        }
        return smooth;

        void Vertical(float[] plane, Span<float> order0, Span<float> order1 = default, Span<float> order2 = default) =>
            Fir.Convolve(plane, start, filters.RowsBefore, filters.RowsAfter, filters.Y, width + (2 * reach), order0, order1, order2);

        void Horizontal(ReadOnlySpan<float> row, Span<float> order0, Span<float> order1 = default, Span<float> order2 = default) =>
            Fir.Convolve(row, reach, filters.ColumnsBefore, filters.ColumnsAfter, filters.X, width, order0, order1, order2);

        void Keep(FeatureKinds kind, ReadOnlySpan<float> row, int part = 0)
        {
            if (_settings.Place(scale, kind) is >= 0 and var first)
                row[..width].CopyTo(planes.Row(first + part, y));
        }
    }

    private void FillBoxes(int scale, int y, FeaturePlanes planes, RowScratch scratch)
    {
        var (filters, depth, width) = (_filters[scale], _depth[scale], _tile.Width);
        var reach = filters.BoxX;
        var start = depth.Start + ((y + _window.Rim) * _window.Stride) + _window.Rim - reach;
        var whole = RowScratch.Whole(width);
        if (_settings.Has(FeatureKinds.Minimum))
            Extreme(depth.Least, greatest: false, FeatureKinds.Minimum);
        if (_settings.Has(FeatureKinds.Maximum))
            Extreme(depth.Greatest, greatest: true, FeatureKinds.Maximum);
        if (!_settings.Has(FeatureKinds.Mean | FeatureKinds.Variance))
            return;
        Average(depth.Mean, scratch[1]);
        if (_settings.Has(FeatureKinds.Mean))
            scratch[1][..width].CopyTo(planes.Row(_settings.Place(scale, FeatureKinds.Mean), y));
        if (_settings.Has(FeatureKinds.Variance))
        {
            Average(depth.Square, scratch[2]);
            Lanes.Variance(scratch[1][..whole], scratch[2][..whole], scratch[3]);
            scratch[3][..width].CopyTo(planes.Row(_settings.Place(scale, FeatureKinds.Variance), y));
        }

        void Extreme(float[] plane, bool greatest, FeatureKinds kind)
        {
            Fir.Extreme(plane, start, filters.RowsBefore, filters.RowsAfter, filters.BoxY, width + (2 * reach), greatest, scratch[0]);
            Fir.Extreme(scratch[0], reach, filters.ColumnsBefore, filters.ColumnsAfter, reach, width, greatest, scratch[1]);
            scratch[1][..width].CopyTo(planes.Row(_settings.Place(scale, kind), y));
        }

        void Average(float[] plane, Span<float> result)
        {
            Fir.Convolve(plane, start, filters.RowsBefore, filters.RowsAfter, filters.MeanY, width + (2 * reach), scratch[0]);
            Fir.Convolve(scratch[0], reach, filters.ColumnsBefore, filters.ColumnsAfter, filters.MeanX, width, result);
        }
    }

    // The median of 5×5 samples spread evenly over the box in 2-D (3×3 where it has no more), of 3×3×3 in 3-D.
    private void FillMedian(int scale, int z, int y, Span<float> row, RowScratch scratch)
    {
        var filters = _filters[scale];
        int[] alongZ = _isFlat || filters.BoxZ == 0 ? [0] : [-filters.BoxZ, 0, filters.BoxZ];
        var alongY = Samples(filters.BoxY);
        var alongX = Samples(filters.BoxX);
        Span<int> places = stackalloc int[alongZ.Length * alongY.Length * alongX.Length];
        var count = 0;
        foreach (var dz in alongZ)
        {
            var start = _window.Load(z + dz);
            foreach (var dy in alongY)
            {
                foreach (var dx in alongX)
                    places[count++] = start + ((y + _window.Rim + dy) * _window.Stride) + _window.Rim + dx;
            }
        }
        Span<Vector<float>> values = stackalloc Vector<float>[count];
        var result = scratch[0];
        for (var x = 0; x < row.Length; x += Vector<float>.Count)
        {
            for (var i = 0; i < count; i++)
                values[i] = new Vector<float>(_window.Values, places[i] + x);
            MedianFilter.Median(values).CopyTo(result[x..]);
        }
        result[..row.Length].CopyTo(row);

        int[] Samples(int radius) => _isFlat && radius > 1 ? [-radius, -radius / 2, 0, radius / 2, radius] : [-radius, 0, radius];
    }
}
