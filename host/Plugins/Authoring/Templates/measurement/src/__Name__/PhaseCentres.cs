using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>How much of a volume a phase takes, and where.</summary>
/// <param name="Label">The phase's place in the phase table.</param>
/// <param name="Share">Of the labelled voxels, from 0 to 1.</param>
/// <param name="Z">Mean of its voxels' centres along z, in the volume's unit; the corner of the volume is at 0.</param>
/// <param name="Y">Along y.</param>
/// <param name="X">Along x.</param>
public sealed record PhaseCentre(int Label, double Share, double Z, double Y, double X);

/// <summary>Finds the centres of phases.</summary>
public static class PhaseCentres
{
    /// <summary>Measures all phases that occur, in the order of their labels. Unlabelled voxels are left out.</summary>
    public static IReadOnlyList<PhaseCentre> Measure(LabelVolume labels, IJobContext? job = null)
    {
        var (shape, spacing) = (labels.Shape, labels.Spacing);
        var voxels = new long[LabelVolume.Unlabelled + 1];
        var (sumZ, sumY, sumX) = (new double[voxels.Length], new double[voxels.Length], new double[voxels.Length]);
        for (var z = 0; z < shape.Depth; z++)
        {
            job?.CancellationToken.ThrowIfCancellationRequested();
            var slice = labels.Slice(z);
            for (var y = 0; y < shape.Height; y++)
            {
                var row = slice.Slice(y * shape.Width, shape.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    var label = row[x];
                    voxels[label]++;
                    sumZ[label] += z;
                    sumY[label] += y;
                    sumX[label] += x;
                }
            }
            job?.Report(new JobProgress((z + 1.0) / shape.Depth, $"slice {z + 1} of {shape.Depth}"));
        }
        var labelled = shape.VoxelCount - voxels[LabelVolume.Unlabelled];
        return
        [
            .. Enumerable.Range(0, labels.Phases.Count).Where(label => voxels[label] > 0).Select(label => new PhaseCentre(
                label,
                voxels[label] / (double)labelled,
                // Half a voxel more: places are those of the voxels' centres.
                (sumZ[label] / voxels[label] + 0.5) * spacing.Z,
                (sumY[label] / voxels[label] + 0.5) * spacing.Y,
                (sumX[label] / voxels[label] + 0.5) * spacing.X)),
        ];
    }
}
