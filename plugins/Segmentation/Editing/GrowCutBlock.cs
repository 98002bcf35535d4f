using System.Numerics;
using System.Runtime.CompilerServices;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>A block of the volume with a border of one voxel, which is brought to rest by sweeps forwards and backwards. Working memory of one thread.</summary>
internal sealed class GrowCutBlock
{
    /// <summary>Voxels along each side of a block.</summary>
    public const int Side = 32;

    /// <summary>The most a step may cost beside its greys, so that sums of keys stay within 31 bits.</summary>
    public const int MostStepCost = 5000;

    private const int Rows = Side + 2;

    // A row has one voxel of border before and behind; vectors that begin in the block end in the row.
    private const int Stride = 48;

    private readonly GrowCutField _field;
    private readonly int[] _costs;
    private readonly int[] _keys = new int[Rows * Rows * Stride];
    private readonly int[] _greys = new int[Rows * Rows * Stride];

    /// <param name="field">The whole.</param>
    /// <param name="costs">Of <see cref="Steps"/>.</param>
    public GrowCutBlock(GrowCutField field, int[] costs) => (_field, _costs) = (field, costs);

    /// <summary>Steps to half of the 26 neighbours; the other half are these backwards. The last goes along the row.</summary>
    public static (int Dz, int Dy, int Dx)[] Steps { get; } =
    [
        (-1, -1, -1), (-1, -1, 0), (-1, -1, 1), (-1, 0, -1), (-1, 0, 0), (-1, 0, 1), (-1, 1, -1), (-1, 1, 0), (-1, 1, 1), (0, -1, -1), (0, -1, 0), (0, -1, 1), (0, 0, -1),
    ];

    /// <summary>Brings the block to rest.</summary>
    /// <returns>What changed.</returns>
    public BlockChange Settle(int z, int y, int x)
    {
        Load(z, y, x);
        while (Sweep(1) | Sweep(-1))
        {
        }
        return Store(z, y, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Sweep(int direction)
    {
        var hasChanged = false;
        Span<int> offsets = stackalloc int[Steps.Length];
        for (var step = 0; step < offsets.Length; step++)
            offsets[step] = direction * ((((Steps[step].Dz * Rows) + Steps[step].Dy) * Stride) + Steps[step].Dx);
        ref var keys = ref _keys[0];
        ref var greys = ref _greys[0];
        var barred = new Vector<int>(GrowCutField.Barred);
        for (var i = 0; i < Side * Side; i++)
        {
            var row = direction > 0 ? i : (Side * Side) - 1 - i;
            var start = ((((row / Side) + 1) * Rows) + (row % Side) + 1) * Stride;
            for (var x = 1; x <= Side; x += Vector<int>.Count)
            {
                var at = start + x;
                var (own, grey) = (Vector.LoadUnsafe(ref keys, (nuint)at), Vector.LoadUnsafe(ref greys, (nuint)at));
                var least = own;
                for (var step = 0; step + 1 < offsets.Length; step++)
                {
                    var other = (nuint)(at + offsets[step]);
                    var cost = Vector.Abs(grey - Vector.LoadUnsafe(ref greys, other)) + new Vector<int>(_costs[step]);
                    least = Vector.Min(least, Vector.LoadUnsafe(ref keys, other) + Vector.ShiftLeft(cost, 8));
                }
                least = Vector.ConditionalSelect(Vector.Equals(grey, barred), own, least);
                hasChanged |= least != own;
                least.StoreUnsafe(ref keys, (nuint)at);
            }
            hasChanged |= AlongRow(start + 1, start + Side, 1) | AlongRow(start + Side, start + 1, -1);
        }
        return hasChanged;
    }

    private bool AlongRow(int first, int last, int direction)
    {
        var (hasChanged, cost) = (false, _costs[^1]);
        for (var at = first; at != last + direction; at += direction)
        {
            var grey = _greys[at];
            var key = _keys[at - direction] + ((Math.Abs(grey - _greys[at - direction]) + cost) << 8);
            if (key >= _keys[at] || grey == GrowCutField.Barred)
                continue;
            _keys[at] = key;
            hasChanged = true;
        }
        return hasChanged;
    }

    private void Load(int z, int y, int x)
    {
        _keys.AsSpan().Fill(GrowCutField.Far);
        _greys.AsSpan().Fill(GrowCutField.Barred);
        var shape = _field.Shape;
        var (left, right) = (Math.Max(0, x - 1), Math.Min(shape.Width, x + Side + 1));
        for (var dz = Math.Max(0, z - 1); dz < Math.Min(shape.Depth, z + Side + 1); dz++)
        {
            var keys = _field.Keys(dz);
            var greys = _field.Greys(dz);
            for (var dy = Math.Max(0, y - 1); dy < Math.Min(shape.Height, y + Side + 1); dy++)
            {
                var place = ((((dz - z + 1) * Rows) + dy - y + 1) * Stride) + left - x + 1;
                keys[((dy * shape.Width) + left)..((dy * shape.Width) + right)].CopyTo(_keys.AsSpan(place));
                var row = greys[((dy * shape.Width) + left)..((dy * shape.Width) + right)];
                for (var i = 0; i < row.Length; i++)
                    _greys[place + i] = row[i];
            }
        }
    }

    private BlockChange Store(int z, int y, int x)
    {
        var shape = _field.Shape;
        var change = new BlockChange();
        for (var dz = 0; dz < Side && z + dz < shape.Depth; dz++)
        {
            var keys = _field.Keys(z + dz);
            for (var dy = 0; dy < Side && y + dy < shape.Height; dy++)
            {
                var from = _keys.AsSpan(((((dz + 1) * Rows) + dy + 1) * Stride) + 1, Math.Min(Side, shape.Width - x));
                var to = keys.Slice(((y + dy) * shape.Width) + x, from.Length);
                if (from.SequenceEqual(to))
                    continue;
                for (var dx = 0; dx < from.Length; dx++)
                {
                    if (from[dx] == to[dx])
                        continue;
                    change.Add(dz, dy, dx, to[dx] == GrowCutField.Far);
                    to[dx] = from[dx];
                }
            }
        }
        return change;
    }
}
