using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Conjugate gradients' work on the voxels themselves, in passes that read each field as seldom as possible. Fields hold 0 where nothing flows. Five fields
/// of 4 bytes a voxel, and 4 bytes that tell each voxel's node in the first coarse level. Loops over rows are compiled for speed at once: a solution is over
/// before the runtime would have noticed how often they run.
/// </summary>
internal sealed class FineLevel<TStencil>(TransportGrid grid, TStencil stencil) where TStencil : struct, IStencil
{
    private readonly double[] _first = new double[grid.Depth];
    private readonly double[] _second = new double[grid.Depth];
    private readonly float[] _q = LargeArrays.Create<float>(grid.Length);
    private readonly float[] _p = LargeArrays.Create<float>(grid.Length);
    private readonly float[] _z = LargeArrays.Create<float>(grid.Length);
    private TStencil _stencil = stencil;

    public TransportGrid Grid => grid;

    public TStencil Stencil => _stencil;

    /// <summary>What is added to the straight drop from 1 to 0; 0 at both walls.</summary>
    public float[] Solution { get; } = LargeArrays.Create<float>(grid.Length);

    /// <summary>What each voxel gains, by the solution so far; 0 once it is right.</summary>
    public float[] Residual { get; } = LargeArrays.Create<float>(grid.Length);

    /// <summary>Node of each voxel in the first coarse level; the node count where nothing flows.</summary>
    public int[] Nodes { get; set; } = [];

    /// <summary>The residual of each plane, summed: the difference of the fluxes through its two sides.</summary>
    public double[] PlaneGains { get; } = new double[grid.Depth];

    /// <summary>Sets the residual to that of a straight drop, and gives its squared norm.</summary>
    public double Start()
    {
        Parallel.For(0, grid.Depth, plane =>
        {
            DriveRows(plane);
            Sum(plane);
        });
        return _first.Sum();
    }

    /// <summary>Sets the residual to that of the solution as it stands, computed anew.</summary>
    public void Restart()
    {
        grid.WrapDepth(Solution);
        Parallel.For(0, grid.Depth, plane =>
        {
            for (var y = 0; y < grid.Height; y++)
            {
                var row = grid.Row(plane, y);
                for (var i = row; i < row + grid.Width; i++)
                    Residual[i] = _stencil.Conducts(i) ? Gain(i, plane) : 0;
            }
            Sum(plane);
        });
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DriveRows(int plane)
    {
        for (var y = 0; y < grid.Height; y++)
        {
            var row = grid.Row(plane, y);
            for (var i = row; i < row + grid.Width; i++)
                Residual[i] = _stencil.Conducts(i) ? Drive(i, plane) : 0;
        }
    }

    // What a voxel gains by the straight drop.
    private float Drive(int i, int plane)
    {
        var drop = 1f / grid.Depth;
        var (isFirst, isLast) = (!grid.PeriodicDepth && plane == 0, !grid.PeriodicDepth && plane == grid.Depth - 1);
        var gain = drop * ((isFirst ? 0 : _stencil.Face(i - grid.Plane, 0)) - (isLast ? 0 : _stencil.Face(i, 0)));
        // In a single plane both walls give and take the same.
        return isFirst == isLast ? gain : gain + ((isFirst ? drop / 2 : -drop / 2) * _stencil.Wall(i));
    }

    private float Gain(int i, int plane)
    {
        var (here, gain) = ((double)Solution[i], (double)Drive(i, plane));
        for (var axis = 0; axis < 3; axis++)
        {
            var step = grid.Step(axis);
            // Behind the first plane there is no voxel but a wall.
            var before = axis == 0 && !grid.PeriodicDepth && plane == 0 ? 0 : _stencil.Face(i - step, axis);
            gain += (before * (Solution[i - step] - here)) + (_stencil.Face(i, axis) * (Solution[i + step] - here));
        }
        return (float)(!grid.PeriodicDepth && (plane == 0 || plane == grid.Depth - 1) ? gain - (_stencil.Wall(i) * here) : gain);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        var inside = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(grid.Width - (int)k));
        if (colour >= 0)
            inside &= Vector256.Equals(Vector256<int>.Indices & Vector256.Create(1), Vector256.Create(colour));
        return Vector256.GreaterThan(diagonal, Vector256<float>.Zero) & inside.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prolong(int row, float[] coarse)
    {
        var nodes = Nodes.AsSpan(row, grid.Width);
        var z = _z.AsSpan(row, grid.Width);
        for (var x = 0; x < z.Length; x++)
            z[x] += coarse[nodes[x]];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
