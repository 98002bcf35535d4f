using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>Marks the voxels at interfaces: those that share a face with another phase.</summary>
internal static class InterfaceVoxels
{
    /// <summary>Makes the labels: a phase for every pair that touches, and one for voxels that share faces with two other phases or more.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="faces">Its neighbours, those across faces first.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Voxels at no interface are unlabelled. The caller disposes it.</returns>
    public static LabelVolume Make(LabelVolume labels, NeighbourCounts faces, CancellationToken cancellationToken = default)
    {
        var (shape, phases) = (labels.Shape, labels.Phases.Count);
        var touching = PhasePairs.All(phases).Where(pair => Enumerable.Range(0, 3).Any(axis => faces.Total(axis, pair.First, pair.Second) > 0))
            .Take(PhaseTable.MaxCount - 1).ToArray();
        var marks = new byte[PhasePairs.Count(phases)];
        Array.Fill(marks, LabelVolume.Unlabelled);
        for (var mark = 0; mark < touching.Length; mark++)
            marks[PhasePairs.Index(touching[mark].First, touching[mark].Second, phases)] = (byte)mark;
        var several = (byte)touching.Length;
        var names = touching.Select(pair => $"{labels.Phases[pair.First].Name} | {labels.Phases[pair.Second].Name}").Append("three phases or more");
        var result = new LabelVolume(shape, PhaseTable.Named(names), labels.Spacing);
        try
        {
            labels.ForEachSlice(z => Mark(labels, z, marks, several, result.Slice(z)), cancellationToken);
        }
        catch
        {
            result.Dispose();
            throw;
        }
        return result;
    }

    private static void Mark(LabelVolume labels, int z, byte[] marks, byte several, Span<byte> marked)
    {
        var (width, height, phases) = (labels.Shape.Width, labels.Shape.Height, labels.Phases.Count);
        var slice = labels.Slice(z);
        var below = z > 0 ? labels.Slice(z - 1) : default;
        var above = z + 1 < labels.Shape.Depth ? labels.Slice(z + 1) : default;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                var own = slice[i];
                int other = LabelVolume.Unlabelled;
                var isSeveral = false;
                if (own != LabelVolume.Unlabelled)
                {
                    Meet(x > 0 ? slice[i - 1] : own);
                    Meet(x + 1 < width ? slice[i + 1] : own);
                    Meet(y > 0 ? slice[i - width] : own);
                    Meet(y + 1 < height ? slice[i + width] : own);
                    Meet(below.IsEmpty ? own : below[i]);
                    Meet(above.IsEmpty ? own : above[i]);
                }
                marked[i] = other == LabelVolume.Unlabelled ? LabelVolume.Unlabelled : isSeveral ? several : marks[PhasePairs.Index(own, other, phases)];

                void Meet(byte neighbour)
                {
                    if (neighbour == own || neighbour == LabelVolume.Unlabelled)
                        return;
                    isSeveral |= other != LabelVolume.Unlabelled && other != neighbour;
                    other = neighbour;
                }
            }
        }
    }
}
