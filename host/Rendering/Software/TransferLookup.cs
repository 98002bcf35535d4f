using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>A table of colours as rays read it: red, green, blue and opacity of an entry in 16 bits each, so that one load gets all.</summary>
internal sealed class TransferLookup
{
    /// <summary>Entries.</summary>
    public const int Length = 2048;

    /// <summary>What stands for 1 in an entry.</summary>
    public const float Unit = 65535;

    private readonly ulong[] _entries = GC.AllocateUninitializedArray<ulong>(Length, pinned: true);
    private readonly int[] _visibleBefore = new int[Length + 1];

    /// <param name="table">Colours and opacities, see <see cref="TransferTable"/>.</param>
    public TransferLookup(ReadOnlySpan<Vector4> table)
    {
        (FirstVisible, LastVisible) = (Length, -1);
        for (var i = 0; i < Length; i++)
        {
            var place = i * (table.Length - 1f) / (Length - 1);
            var left = Math.Min((int)place, table.Length - 2);
            var color = Vector4.Clamp(Vector4.Lerp(table[left], table[left + 1], place - left), Vector4.Zero, Vector4.One) * Unit;
            _entries[i] = Round(color.X) | (Round(color.Y) << 16) | (Round(color.Z) << 32) | (Round(color.W) << 48);
            var isVisible = Round(color.W) > 0;
            _visibleBefore[i + 1] = _visibleBefore[i] + (isVisible ? 1 : 0);
            if (isVisible)
                (FirstVisible, LastVisible) = (Math.Min(FirstVisible, i), i);
        }
    }

    /// <summary>The first entry that is not wholly transparent; <see cref="Length"/> if all are.</summary>
    public int FirstVisible { get; }

    /// <summary>The last one; −1 if there is none.</summary>
    public int LastVisible { get; }

    /// <summary>Whether any entry within two places between the contrast limits is not wholly transparent.</summary>
    public bool IsVisible(float lowPlace, float highPlace) => _visibleBefore[Index(highPlace) + 1] > _visibleBefore[Index(lowPlace)];

    /// <summary>An entry's colour.</summary>
    public Vector4 At(float place)
    {
        var entry = _entries[Index(place)];
        return new Vector4(entry & 0xFFFF, (entry >> 16) & 0xFFFF, (entry >> 32) & 0xFFFF, entry >> 48) / Unit;
    }

    /// <summary>The address of the entries, which do not move.</summary>
    public unsafe byte* Pin() => (byte*)Unsafe.AsPointer(ref _entries[0]);

    /// <summary>Splits what was gathered into channels, from 0 to <see cref="Unit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Read(byte* entries, Vector256<int> index, out Vector256<float> red, out Vector256<float> green, out Vector256<float> blue, out Vector256<float> alpha)
    {
        Lanes.Load64By8(entries, index, out var first, out var second);
        var low = Lanes.Evens(first.AsSingle(), second.AsSingle()).AsInt32();
        var high = Lanes.Odds(first.AsSingle(), second.AsSingle()).AsInt32();
        var mask = Vector256.Create(0xFFFF);
        red = Vector256.ConvertToSingle(low & mask);
        green = Vector256.ConvertToSingle(low >>> 16);
        blue = Vector256.ConvertToSingle(high & mask);
        alpha = Vector256.ConvertToSingle(high >>> 16);
    }

    /// <summary>Likewise for sixteen rays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Read(byte* entries, Vector512<int> index, out Vector512<float> red, out Vector512<float> green, out Vector512<float> blue, out Vector512<float> alpha)
    {
        WideLanes.Load64By8(entries, index, out var low, out var high);
        var mask = Vector512.Create(0xFFFF);
        red = Vector512.ConvertToSingle(low & mask);
        green = Vector512.ConvertToSingle(low >>> 16);
        blue = Vector512.ConvertToSingle(high & mask);
        alpha = Vector512.ConvertToSingle(high >>> 16);
    }

    private static ulong Round(float value) => (ulong)(value + 0.5f);

    private static int Index(float place) => (int)((Math.Clamp(place, 0, 1) * (Length - 1)) + 0.5f);
}
