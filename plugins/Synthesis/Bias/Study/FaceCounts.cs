using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>Voxels of each phase, and voxel faces between each pair of phases.</summary>
internal sealed class FaceCounts
{
    private readonly int _phases;

    internal FaceCounts(int phases)
    {
        _phases = phases;
        (Voxels, Faces) = (new long[phases], new long[3, phases, phases]);
    }

    /// <summary>By phase.</summary>
    internal long[] Voxels { get; }

    /// <summary>By axis, phase before the face, and phase behind it.</summary>
    internal long[,,] Faces { get; }

    /// <summary>Adds a slice: its voxels, the faces in it, and those to the next slice, which may be empty.</summary>
    internal void Add(ReadOnlySpan<byte> slice, ReadOnlySpan<byte> next, int width)
    {
        var pairs = new long[256 * 256];
        foreach (var label in slice)
        {
            if (label != LabelVolume.Unlabelled)
                Voxels[label]++;
        }
        for (var row = 0; row < slice.Length; row += width)
            Count(pairs, slice.Slice(row, width - 1), slice.Slice(row + 1, width - 1));
        Take(pairs, Axis.X);
        Count(pairs, slice[..^width], slice[width..]);
        Take(pairs, Axis.Y);
        if (!next.IsEmpty)
            Count(pairs, slice, next);
        Take(pairs, Axis.Z);
    }

    /// <summary>Adds other counts.</summary>
    internal void Add(FaceCounts other)
    {
        for (var first = 0; first < _phases; first++)
        {
            Voxels[first] += other.Voxels[first];
            for (var second = 0; second < _phases; second++)
            {
                for (var axis = 0; axis < 3; axis++)
                    Faces[axis, first, second] += other.Faces[axis, first, second];
            }
        }
    }

    private static void Count(long[] pairs, ReadOnlySpan<byte> before, ReadOnlySpan<byte> behind)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] != behind[i])
                pairs[(before[i] << 8) | behind[i]]++;
        }
    }

    private void Take(long[] pairs, Axis axis)
    {
        for (var first = 0; first < _phases; first++)
        {
            for (var second = 0; second < _phases; second++)
            {
                Faces[(int)axis, first, second] += pairs[(first << 8) | second];
                pairs[(first << 8) | second] = 0;
            }
        }
    }
}
