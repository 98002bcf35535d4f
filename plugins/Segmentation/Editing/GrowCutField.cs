using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>What competes for the voxels: for each the cost of the cheapest way to a seed and that seed's label, and its grey value.</summary>
internal sealed class GrowCutField
{
    /// <summary>Greys run from 0 to this.</summary>
    public const int GreyLevels = 2047;

    /// <summary>In place of a grey: the voxel takes no label.</summary>
    public const ushort Barred = 60000;

    /// <summary>The key of a voxel that no seed has reached.</summary>
    public const int Far = 0x7F000000;

    // A hundredth at either end would be noise and bright specks, which leave the phases with few levels.
    private const double Cut = 0.001;

    private readonly int[][] _keys;
    private readonly ushort[][] _greys;

    public GrowCutField(LabelEdit edit, ImageLayer image)
    {
        Shape = edit.Shape;
        (_keys, _greys) = (new int[Shape.Depth][], new ushort[Shape.Depth][]);
        var (low, high) = (image.Statistics.Percentile(Cut), image.Statistics.Percentile(1 - Cut));
        var scale = high > low ? GreyLevels / (high - low) : 0;
        edit.Source.ForEachSlice(z =>
        {
            var labels = edit.Source.Slice(z);
            var (values, allowed) = (new float[labels.Length], new bool[labels.Length]);
            image.Volume.ReadSlice(z, values);
            edit.Limits.Mark(z, labels, allowed);
            var (keys, greys) = (new int[labels.Length], new ushort[labels.Length]);
            for (var i = 0; i < labels.Length; i++)
            {
                var isSeed = labels[i] != LabelVolume.Unlabelled;
                keys[i] = isSeed ? labels[i] : Far;
                var level = (values[i] - low) * scale;
                greys[i] = !isSeed && !allowed[i] ? Barred : (ushort)(level > 0 ? Math.Min(level, GreyLevels) : 0);
            }
            (_keys[z], _greys[z]) = (keys, greys);
        }, edit.Token);
    }

    public VolumeShape Shape { get; }

    /// <summary>For each voxel of a slice the cost shifted by eight bits, and the label: the lesser key wins, among equal costs the lower label.</summary>
    public Span<int> Keys(int z) => _keys[z];

    /// <summary>The greys of a slice.</summary>
    public ReadOnlySpan<ushort> Greys(int z) => _greys[z];

    /// <summary>The labels that came out for a slice.</summary>
    public void Labels(int z, ReadOnlySpan<byte> before, Span<byte> after)
    {
        var keys = _keys[z];
        for (var i = 0; i < keys.Length; i++)
            after[i] = keys[i] < Far ? (byte)keys[i] : before[i];
    }
}
