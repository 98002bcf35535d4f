using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The voxels of a phase that share a face with a voxel of another phase; neither the volume's border nor unlabelled voxels make a boundary.</summary>
/// <param name="labels">The volume.</param>
/// <param name="phase">The phase.</param>
/// <param name="inSlices">Whether only faces within a slice count.</param>
internal sealed class PhaseBoundary(LabelVolume labels, int phase, bool inSlices)
{
    /// <summary>Sets 1 for the voxels of a slice that are on the boundary, and 0 for the others.</summary>
    public void Mark(int z, Span<byte> isBoundary)
    {
        var (width, height) = (labels.Shape.Width, labels.Shape.Height);
        var slice = labels.Slice(z);
        var below = z > 0 && !inSlices ? labels.Slice(z - 1) : default;
        var above = z + 1 < labels.Shape.Depth && !inSlices ? labels.Slice(z + 1) : default;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                isBoundary[i] = slice[i] == phase
                    && ((x > 0 && IsOther(slice[i - 1])) || (x + 1 < width && IsOther(slice[i + 1]))
                        || (y > 0 && IsOther(slice[i - width])) || (y + 1 < height && IsOther(slice[i + width]))
                        || (!below.IsEmpty && IsOther(below[i])) || (!above.IsEmpty && IsOther(above[i]))) ? (byte)1 : (byte)0;
            }
        }
    }

    private bool IsOther(byte label) => label != phase && label != LabelVolume.Unlabelled;
}
