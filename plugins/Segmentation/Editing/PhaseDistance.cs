using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>How far each voxel is from the outside of a phase, and which label is nearest there.</summary>
internal sealed class PhaseDistance
{
    private readonly byte[][] _nearest;

    public PhaseDistance(LabelEdit edit, byte phase)
    {
        _nearest = new byte[edit.Shape.Depth][];
        for (var z = 0; z < _nearest.Length; z++)
            _nearest[z] = edit.Source.Slice(z).ToArray();
        Squared = DistanceField.Squared(edit.Shape, edit.Spacing, (z, sites) => Mark(edit.Source.Slice(z), sites, phase, isInside: false), edit.Parallel, _nearest);
    }

    /// <summary>By slice and voxel; infinity where all is the phase.</summary>
    public float[][] Squared { get; }

    /// <summary>What a voxel gets that is taken from the phase. Where there is no outside that is nothing.</summary>
    public byte Replace(Replacement replacement, int z, int i) =>
        replacement.Label ?? (float.IsPositiveInfinity(Squared[z][i]) ? LabelVolume.Unlabelled : _nearest[z][i]);

    /// <summary>The square of the distance of each voxel to a phase.</summary>
    public static float[][] To(LabelEdit edit, byte phase) =>
        DistanceField.Squared(edit.Shape, edit.Spacing, (z, sites) => Mark(edit.Source.Slice(z), sites, phase, isInside: true), edit.Parallel);

    private static void Mark(ReadOnlySpan<byte> labels, Span<byte> sites, byte phase, bool isInside)
    {
        for (var i = 0; i < labels.Length; i++)
            sites[i] = (labels[i] == phase) == isInside ? (byte)1 : (byte)0;
    }
}
