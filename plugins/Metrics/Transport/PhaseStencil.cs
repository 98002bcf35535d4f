using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// One conducting phase. A byte per voxel holds how many faces conduct across each axis, which is all that is needed: neighbours that take no part are 0 in
/// every field, and so need no mask.
/// </summary>
internal readonly struct PhaseStencil : IStencil
{
    private readonly TransportGrid _grid;
    private readonly byte[] _faces;
    private readonly float _y;
    private readonly float _x;

    /// <param name="grid">Layout of the fields.</param>
    /// <param name="mask">Nonzero where a voxel takes part, (z, y, x) without padding.</param>
    /// <param name="y">Conductance of a face across y; across z it is 1.</param>
    /// <param name="x">Conductance of a face across x.</param>
    public PhaseStencil(TransportGrid grid, byte[] mask, float y, float x)
    {
        (_grid, _y, _x) = (grid, y, x);
        var padded = LargeArrays.Create<byte>(grid.Length);
        Parallel.For(0, grid.Depth, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (z) =>
        {
            for (var row = 0; row < grid.Height; row++)
            {
                var from = mask.AsSpan((int)((((long)z * grid.Height) + row) * grid.Width), grid.Width);
                var to = padded.AsSpan(grid.Row(z, row), grid.Width);
                for (var i = 0; i < to.Length; i++)
                    to[i] = from[i] != 0 ? (byte)1 : (byte)0;
            }
        });
        grid.Wrap(padded);
        var faces = LargeArrays.Create<byte>(grid.Length);
        Parallel.For(0, grid.Depth, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (z) =>
        {
            // A wall lies half a voxel away, and conducts twice as well.
            var below = !grid.PeriodicDepth && z == 0 ? 2 : 0;
            var above = !grid.PeriodicDepth && z == grid.Depth - 1 ? 2 : 0;
            for (var row = 0; row < grid.Height; row++)
            {
                var start = grid.Row(z, row);
                for (var i = start; i < start + grid.Width; i++)
                {
                    if (padded[i] == 0)
                        continue;
                    var alongZ = padded[i - grid.Plane] + padded[i + grid.Plane] + below + above;
                    var alongY = padded[i - grid.Stride] + padded[i + grid.Stride];
                    faces[i] = (byte)((alongZ << 4) | (alongY << 2) | (padded[i - 1] + padded[i + 1]));
                }
            }
        });
        grid.Wrap(faces);
        _faces = faces;
    }

    /// <inheritdoc/>
    public bool IsUniform => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref float field, nuint i, out Vector256<float> inflow, out Vector256<float> diagonal)
    {
        var (plane, stride) = ((nuint)_grid.Plane, (nuint)_grid.Stride);
        var z = Vector256.LoadUnsafe(ref field, i - plane) + Vector256.LoadUnsafe(ref field, i + plane);
        var y = Vector256.LoadUnsafe(ref field, i - stride) + Vector256.LoadUnsafe(ref field, i + stride);
        var x = Vector256.LoadUnsafe(ref field, i - 1) + Vector256.LoadUnsafe(ref field, i + 1);
        inflow = z + (Vector256.Create(_y) * y) + (Vector256.Create(_x) * x);
        diagonal = Diagonal(i);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Diagonal(nuint i)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_faces), i))).AsByte();
        var shorts = Vector128.WidenLower(bytes);
        var faces = Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32();
        var three = Vector256.Create(3);
        return Vector256.ConvertToSingle(faces >> 4) + (Vector256.Create(_y) * Vector256.ConvertToSingle((faces >> 2) & three))
            + (Vector256.Create(_x) * Vector256.ConvertToSingle(faces & three));
    }

    /// <inheritdoc/>
    public bool Conducts(int i) => _faces[i] != 0;

    /// <inheritdoc/>
    public float Face(int i, int axis) => _faces[i] == 0 || _faces[i + _grid.Step(axis)] == 0 ? 0 : axis switch { 0 => 1, 1 => _y, _ => _x };

    /// <inheritdoc/>
    public float Greatest(int axis) => axis switch { 0 => 1, 1 => _y, _ => _x };

    /// <inheritdoc/>
    public float Wall(int i) => (_faces[i] >> 4) - (Face(i, 0) + (_faces[i - _grid.Plane] != 0 ? 1 : 0));
}
