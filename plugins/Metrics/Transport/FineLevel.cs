using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Conjugate gradients' work on the voxels themselves, in passes that read each field as seldom as possible. Fields hold 0 where nothing flows. Five fields
/// of 4 bytes a voxel, and 4 bytes that tell each voxel's node in the first coarse level.
/// </summary>
internal sealed class FineLevel<TStencil>(TransportGrid grid, TStencil stencil) where TStencil : struct, IStencil
{
    private static readonly Vector256<int> _lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);

    private readonly double[] _first = new double[grid.Depth];
    private readonly double[] _second = new double[grid.Depth];
    private readonly float[] _q = new float[grid.Length];
    private readonly float[] _p = new float[grid.Length];
    private readonly float[] _z = new float[grid.Length];
    private TStencil _stencil = stencil;

    public TransportGrid Grid => grid;

    public TStencil Stencil => _stencil;

    /// <summary>What is added to the straight drop from 1 to 0; 0 at both walls.</summary>
    public float[] Solution { get; } = new float[grid.Length];

    /// <summary>What each voxel gains, by the solution so far; 0 once it is right.</summary>
    public float[] Residual { get; } = new float[grid.Length];

    /// <summary>Node of each voxel in the first coarse level; the node count where nothing flows.</summary>
    public int[] Nodes { get; set; } = [];

    /// <summary>The residual of each plane, summed: the difference of the fluxes through its two sides.</summary>
    public double[] PlaneGains { get; } = new double[grid.Depth];

    /// <summary>Sets the residual to that of the solution as it stands, computed anew, and gives its squared norm.</summary>
    public double Restart()
    {
        var drop = 1f / grid.Depth;
        grid.WrapDepth(Solution);
        Parallel.For(0, grid.Depth, plane =>
        {
            for (var y = 0; y < grid.Height; y++)
            {
                var row = grid.Row(plane, y);
                for (var i = row; i < row + grid.Width; i++)
                    Residual[i] = _stencil.Conducts(i) ? Gain(i, plane, drop) : 0;
            }
            Sum(plane);
        });
        return _first.Sum();
    }

    /// <summary>First half of a multigrid cycle for the residual: smooths from zero, red before black, and sums what remains over the nodes.</summary>
    public void SmoothAndRestrict(float[] coarse)
    {
        coarse.AsSpan().Clear();
        var rows = new ThreadLocal<float[]>(() => new float[grid.RowLength]);
        Wavefront.Run(grid.Depth, () => grid.WrapDepth(_z), plane => ForRows(plane, _z, SmoothFirst), plane => ForRows(plane, _z, (row, colour) => Smooth(row, colour ^ 1)),
            plane =>
            {
                var buffer = rows.Value!;
                for (var y = 0; y < grid.Height; y++)
                    Restrict(grid.Row(plane, y), buffer, coarse);
            });
        rows.Dispose();
    }

    /// <summary>Second half: adds the nodes' corrections and smooths, black before red.</summary>
    /// <returns>The result's products with the residual and with the field that <see cref="Multiply"/> made last.</returns>
    public (double Residual, double Product) CorrectAndSmooth(float[] coarse)
    {
        Wavefront.Run(grid.Depth, () => grid.WrapDepth(_z), plane => ForRows(plane, _z, (row, _) => Prolong(row, coarse)),
            plane => ForRows(plane, _z, (row, colour) => Smooth(row, colour ^ 1)),
            plane =>
            {
                var (residual, product) = (0.0, 0.0);
                for (var y = 0; y < grid.Height; y++)
                    SmoothLast(grid.Row(plane, y), (plane + y) & 1, ref residual, ref product);
                (_first[plane], _second[plane]) = (residual, product);
                grid.WrapSides(_z, plane);
            });
        return (_first.Sum(), _second.Sum());
    }

    /// <summary>Turns the search direction by the smoothed residual, and multiplies it with the conductances.</summary>
    /// <returns>The direction's product with that.</returns>
    public double Multiply(double keep)
    {
        var factor = (float)keep;
        Wavefront.Run(grid.Depth, () => grid.WrapDepth(_p), plane => ForRows(plane, _p, (row, _) => Turn(row, factor)), plane =>
        {
            var sum = 0.0;
            for (var y = 0; y < grid.Height; y++)
                sum += MultiplyRow(grid.Row(plane, y));
            _first[plane] = sum;
        });
        return _first.Sum();
    }

    /// <summary>Goes along the search direction.</summary>
    /// <returns>The squared norm of the residual.</returns>
    public double Step(double length)
    {
        var factor = (float)length;
        Parallel.For(0, grid.Depth, plane =>
        {
            for (var y = 0; y < grid.Height; y++)
                StepRow(grid.Row(plane, y), factor);
            grid.WrapSides(Solution, plane);
            Sum(plane);
        });
        return _first.Sum();
    }

    private void ForRows(int plane, float[] field, Action<int, int> work)
    {
        for (var y = 0; y < grid.Height; y++)
            work(grid.Row(plane, y), (plane + y) & 1);
        grid.WrapSides(field, plane);
    }

    private float Gain(int i, int plane, float drop)
    {
        double gain = 0;
        var here = Solution[i];
        for (var axis = 0; axis < 3; axis++)
        {
            var step = grid.Step(axis);
            var (before, after) = (_stencil.Face(i - step, axis), _stencil.Face(i, axis));
            // Nothing is added at the walls, behind which there is padding.
            if (axis == 0 && !grid.PeriodicDepth && plane == 0)
                before = 0;
            gain += (before * ((double)Solution[i - step] - here)) + (after * ((double)Solution[i + step] - here));
            if (axis == 0)
                gain += drop * (before - after);
        }
        if (!grid.PeriodicDepth && (plane == 0 || plane == grid.Depth - 1))
        {
            var wall = _stencil.Wall(i);
            var (inlet, outlet) = grid.Depth == 1 ? (wall / 2, wall / 2) : plane == 0 ? (wall, 0) : (0, wall);
            gain += (drop / 2 * (inlet - outlet)) - (wall * (double)here);
        }
        return (float)gain;
    }

    private void Sum(int plane)
    {
        var (squares, gain) = (0.0, 0.0);
        for (var y = 0; y < grid.Height; y++)
        {
            ref var residual = ref MemoryMarshal.GetArrayDataReference(Residual);
            var (row, sum, square) = ((nuint)grid.Row(plane, y), Vector256<float>.Zero, Vector256<float>.Zero);
            for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
            {
                var r = Vector256.LoadUnsafe(ref residual, row + k);
                sum += r;
                square += r * r;
            }
            gain += Vector256.Sum(sum);
            squares += Vector256.Sum(square);
        }
        (_first[plane], PlaneGains[plane]) = (squares, gain);
    }

    // Lanes of a vector that are voxels, take part, and have the colour (0 or 1; another number for both).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Active(Vector256<float> diagonal, nuint k, int colour)
    {
        var inside = Vector256.LessThan(_lanes, Vector256.Create(grid.Width - (int)k));
        if (colour >= 0)
            inside &= Vector256.Equals(_lanes & Vector256.Create(1), Vector256.Create(colour));
        return Vector256.GreaterThan(diagonal, Vector256<float>.Zero) & inside.AsSingle();
    }

    private void SmoothFirst(int row, int colour)
    {
        ref var z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref var r = ref MemoryMarshal.GetArrayDataReference(Residual);
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            var diagonal = _stencil.Diagonal(i);
            (Vector256.LoadUnsafe(ref r, i) / diagonal & Active(diagonal, k, colour)).StoreUnsafe(ref z, i);
        }
    }

    private void Smooth(int row, int colour)
    {
        ref var z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref var r = ref MemoryMarshal.GetArrayDataReference(Residual);
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            _stencil.Apply(ref z, i, out var inflow, out var diagonal);
            var smoothed = (Vector256.LoadUnsafe(ref r, i) + inflow) / diagonal;
            Vector256.ConditionalSelect(Active(diagonal, k, colour), smoothed, Vector256.LoadUnsafe(ref z, i)).StoreUnsafe(ref z, i);
        }
    }

    private void SmoothLast(int row, int colour, ref double residual, ref double product)
    {
        ref var z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref var r = ref MemoryMarshal.GetArrayDataReference(Residual);
        ref var q = ref MemoryMarshal.GetArrayDataReference(_q);
        var (withResidual, withProduct) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            _stencil.Apply(ref z, i, out var inflow, out var diagonal);
            var here = Vector256.LoadUnsafe(ref r, i);
            var smoothed = Vector256.ConditionalSelect(Active(diagonal, k, colour), (here + inflow) / diagonal, Vector256.LoadUnsafe(ref z, i));
            smoothed.StoreUnsafe(ref z, i);
            withResidual += smoothed * here;
            withProduct += smoothed * Vector256.LoadUnsafe(ref q, i);
        }
        residual += Vector256.Sum(withResidual);
        product += Vector256.Sum(withProduct);
    }

    private void Restrict(int row, float[] buffer, float[] coarse)
    {
        ref var z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref var r = ref MemoryMarshal.GetArrayDataReference(Residual);
        ref var to = ref MemoryMarshal.GetArrayDataReference(buffer);
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            _stencil.Apply(ref z, i, out var inflow, out var diagonal);
            var left = Vector256.LoadUnsafe(ref r, i) - (diagonal * Vector256.LoadUnsafe(ref z, i)) + inflow;
            (left & Active(diagonal, k, -1)).StoreUnsafe(ref to, k);
        }
        // Voxels in which nothing flows add zeros to a node behind the last: cheaper than to ask.
        var nodes = Nodes.AsSpan(row, grid.Width);
        for (var x = 0; x < nodes.Length; x++)
            coarse[nodes[x]] += buffer[x];
    }

    private void Prolong(int row, float[] coarse)
    {
        var nodes = Nodes.AsSpan(row, grid.Width);
        var z = _z.AsSpan(row, grid.Width);
        for (var x = 0; x < z.Length; x++)
            z[x] += coarse[nodes[x]];
    }

    private void Turn(int row, float factor)
    {
        ref var z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref var p = ref MemoryMarshal.GetArrayDataReference(_p);
        var keep = Vector256.Create(factor);
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            (Vector256.LoadUnsafe(ref z, i) + (keep * Vector256.LoadUnsafe(ref p, i))).StoreUnsafe(ref p, i);
        }
    }

    private double MultiplyRow(int row)
    {
        ref var p = ref MemoryMarshal.GetArrayDataReference(_p);
        ref var q = ref MemoryMarshal.GetArrayDataReference(_q);
        var sum = Vector256<float>.Zero;
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            _stencil.Apply(ref p, i, out var inflow, out var diagonal);
            var here = Vector256.LoadUnsafe(ref p, i);
            var product = ((diagonal * here) - inflow) & Active(diagonal, k, -1);
            product.StoreUnsafe(ref q, i);
            sum += here * product;
        }
        return Vector256.Sum(sum);
    }

    private void StepRow(int row, float factor)
    {
        ref var p = ref MemoryMarshal.GetArrayDataReference(_p);
        ref var q = ref MemoryMarshal.GetArrayDataReference(_q);
        ref var x = ref MemoryMarshal.GetArrayDataReference(Solution);
        ref var r = ref MemoryMarshal.GetArrayDataReference(Residual);
        var length = Vector256.Create(factor);
        for (nuint k = 0; k < (nuint)grid.RowLength; k += TransportGrid.Lanes)
        {
            var i = (nuint)row + k;
            (Vector256.LoadUnsafe(ref x, i) + (length * Vector256.LoadUnsafe(ref p, i))).StoreUnsafe(ref x, i);
            (Vector256.LoadUnsafe(ref r, i) - (length * Vector256.LoadUnsafe(ref q, i))).StoreUnsafe(ref r, i);
        }
    }
}
