using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>How phases are drawn, as rays look it up by label.</summary>
internal sealed unsafe class PhaseLookup
{
    /// <summary>Flags of a label.</summary>
    public const int Opaque = 1, Translucent = 2;

    // By label: red, green, blue, opacity; then flags; then channel.
    private readonly float[] _colors = GC.AllocateArray<float>(256 * 4, pinned: true);
    private readonly int[] _flags = GC.AllocateArray<int>(256, pinned: true);
    private readonly int[] _channels = GC.AllocateArray<int>(256, pinned: true);

    public PhaseLookup(PhaseDrawing drawing)
    {
        for (var label = 0; label < 256; label++)
        {
            var (color, drawn) = (drawing.Colors[label], drawing.Colors[256 + label]);
            (_colors[4 * label], _colors[(4 * label) + 1], _colors[(4 * label) + 2], _colors[(4 * label) + 3]) = (color.X, color.Y, color.Z, color.W);
            _flags[label] = (drawn.X > 0.5f ? Opaque : 0) | (drawn.Y > 0.5f ? Translucent : 0);
            _channels[label] = Math.Max(drawing.Channels[label], (sbyte)0);
        }
        (HasOpaque, HasTranslucent) = (drawing.HasOpaque, drawing.HasTranslucent);
        for (var channel = 0; channel < 4; channel++)
            OpaqueChannels |= drawing.OpaqueChannels[channel] > 0 ? 1 << channel : 0;
    }

    /// <summary>Whether any phase is drawn opaque.</summary>
    public bool HasOpaque { get; }

    /// <summary>Whether any phase is drawn translucent.</summary>
    public bool HasTranslucent { get; }

    /// <summary>A bit for each channel of the occupancy that belongs to opaque phases.</summary>
    public int OpaqueChannels { get; }

    /// <summary>Whether a label has a flag.</summary>
    public bool Is(int label, int flag) => (_flags[label] & flag) != 0;

    /// <summary>The flags of labels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> FlagsOf(Vector256<int> labels) => Lanes.Gather4((byte*)Unsafe.AsPointer(ref _flags[0]), labels);

    /// <summary>The channels of labels.</summary>
    public Vector256<int> ChannelsOf(Vector256<int> labels) => Lanes.Gather4((byte*)Unsafe.AsPointer(ref _channels[0]), labels);

    /// <summary>The colours of labels.</summary>
    public Packet3 ColorOf(Vector256<int> labels) => new(Component(labels, 0), Component(labels, 1), Component(labels, 2));

    /// <summary>The opacities of labels.</summary>
    public Vector256<float> OpacityOf(Vector256<int> labels) => Component(labels, 3);

    private Vector256<float> Component(Vector256<int> labels, int component) =>
        Lanes.Gather4((byte*)Unsafe.AsPointer(ref _colors[component]), labels << 2).AsSingle();
}
