using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Several conducting phases: every face has a conductance of its own, the harmonic mean of its two voxels'. 12 bytes a voxel.</summary>
internal readonly struct FaceStencil : IStencil
{
    private readonly TransportGrid _grid;
    private readonly float[] _z;
    private readonly float[] _y;
    private readonly float[] _x;
    private readonly float _greatestY;
    private readonly float _greatestX;

    /// <param name="grid">Layout of the fields.</param>
    /// <param name="phases">Phase of each voxel, (z, y, x) without padding.</param>
    /// <param name="conductivities">By phase; 0 where nothing flows.</param>
    /// <param name="y">Conductance of a face across y between voxels of conductivity 1; across z it is 1.</param>
    /// <param name="x">Conductance of a face across x.</param>
    public FaceStencil(TransportGrid grid, byte[] phases, ReadOnlySpan<float> conductivities, float y, float x)
    {
        (_grid, _greatestY, _greatestX) = (grid, y, x);
        var table = conductivities.ToArray();
        var padded = LargeArrays.Create<float>(grid.Length);
        Parallel.For(0, grid.Depth, z =>
        {
            for (var row = 0; row < grid.Height; row++)
            {
                var from = phases.AsSpan((int)((((long)z * grid.Height) + row) * grid.Width), grid.Width);
                var to = padded.AsSpan(grid.Row(z, row), grid.Width);
                for (var i = 0; i < to.Length; i++)
                    to[i] = table[from[i]];
            }
        });
        grid.Wrap(padded);
        var (alongZ, alongY, alongX) = (LargeArrays.Create<float>(grid.Length), LargeArrays.Create<float>(grid.Length), LargeArrays.Create<float>(grid.Length));
        Parallel.For(-1, grid.Depth, z =>
        {
            for (var row = -1; row < grid.Height; row++)
            {
                var start = grid.Row(z, row);
                for (var i = start - 1; i < start + grid.Width; i++)
                {
                    alongZ[i] = Harmonic(padded[i], padded[i + grid.Plane]);
                    alongY[i] = y * Harmonic(padded[i], padded[i + grid.Stride]);
                    alongX[i] = x * Harmonic(padded[i], padded[i + 1]);
                }
            }
        });
        for (var row = 0; row < grid.Height && !grid.PeriodicDepth; row++)
        {
            var (first, last) = (grid.Row(0, row), grid.Row(grid.Depth - 1, row));
            for (var i = 0; i < grid.Width; i++)
                (alongZ[first + i - grid.Plane], alongZ[last + i]) = (2 * padded[first + i], 2 * padded[last + i]);
        }
        (_z, _y, _x) = (alongZ, alongY, alongX);
    }

    /// <inheritdoc/>
    public bool IsUniform => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref float field, nuint i, out Vector256<float> inflow, out Vector256<float> diagonal)
    {
        inflow = diagonal = Vector256<float>.Zero;
        Add(_z, (nuint)_grid.Plane, ref field, i, ref inflow, ref diagonal);
        Add(_y, (nuint)_grid.Stride, ref field, i, ref inflow, ref diagonal);
        Add(_x, 1, ref field, i, ref inflow, ref diagonal);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Diagonal(nuint i)
    {
        var (plane, stride) = ((nuint)_grid.Plane, (nuint)_grid.Stride);
        ref var z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref var y = ref MemoryMarshal.GetArrayDataReference(_y);
        ref var x = ref MemoryMarshal.GetArrayDataReference(_x);
        return Vector256.LoadUnsafe(ref z, i - plane) + Vector256.LoadUnsafe(ref z, i) + Vector256.LoadUnsafe(ref y, i - stride) + Vector256.LoadUnsafe(ref y, i)
            + Vector256.LoadUnsafe(ref x, i - 1) + Vector256.LoadUnsafe(ref x, i);
    }

    /// <inheritdoc/>
    public bool Conducts(int i) => _z[i - _grid.Plane] + _z[i] + _y[i - _grid.Stride] + _y[i] + _x[i - 1] + _x[i] > 0;

    /// <inheritdoc/>
    public float Face(int i, int axis) => axis switch { 0 => IsLast(i) ? 0 : _z[i], 1 => _y[i], _ => _x[i] };

    /// <inheritdoc/>
    public float Greatest(int axis) => axis switch { 0 => 1, 1 => _greatestY, _ => _greatestX };

    /// <inheritdoc/>
    public float Wall(int i)
    {
        if (_grid.PeriodicDepth)
            return 0;
        return (i / _grid.Plane == 1 ? _z[i - _grid.Plane] : 0) + (IsLast(i) ? _z[i] : 0);
    }

    private bool IsLast(int i) => !_grid.PeriodicDepth && i / _grid.Plane == _grid.Depth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float[] faces, nuint step, ref float field, nuint i, ref Vector256<float> inflow, ref Vector256<float> diagonal)
    {
        ref var conductances = ref MemoryMarshal.GetArrayDataReference(faces);
        var (before, after) = (Vector256.LoadUnsafe(ref conductances, i - step), Vector256.LoadUnsafe(ref conductances, i));
        inflow += (before * Vector256.LoadUnsafe(ref field, i - step)) + (after * Vector256.LoadUnsafe(ref field, i + step));
        diagonal += before + after;
    }

    private static float Harmonic(float a, float b) => a > 0 && b > 0 ? 2 * a * b / (a + b) : 0;
}
