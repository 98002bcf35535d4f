using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>
/// Properties that one pass over the voxels gives: volume fractions ε, and the interface area of each pair of phases per volume. The area is that of the voxel
/// faces times 2/3, which is right on average over all orientations (lines along three axes cross a surface of area S in a volume V on average
/// S/2V times per length: Cauchy and Crofton, see Ohser and Mücklich 2000); faces alone are too large by half.
/// </summary>
internal static class QuickProperties
{
    /// <summary>Measures; unlabelled voxels are in no phase, and lie at none.</summary>
    internal static IReadOnlyList<MaterialProperty> Measure(LabelVolume labels, CancellationToken cancellationToken = default) =>
        From(Count(labels, cancellationToken), labels.Phases, labels.Spacing);

    /// <summary>The properties from counts of voxels and of faces along each axis.</summary>
    internal static IReadOnlyList<MaterialProperty> From(FaceCounts counts, PhaseTable phases, Spacing spacing)
    {
        var properties = new List<MaterialProperty>();
        double labelled = Math.Max(1, counts.Voxels.Sum());
        for (var phase = 0; phase < phases.Count; phase++)
            properties.Add(new MaterialProperty($"volume fraction {phases[phase].Name}", "", counts.Voxels[phase] / labelled));
        for (var first = 0; first < phases.Count; first++)
        {
            for (var second = first + 1; second < phases.Count; second++)
            {
                // A face across an axis has the area of a voxel over its length along that axis.
                double area = 0;
                foreach (var axis in Enum.GetValues<Axis>())
                    area += (counts.Faces[(int)axis, first, second] + counts.Faces[(int)axis, second, first]) / spacing.Along(axis);
                properties.Add(new MaterialProperty($"interface area {phases[first].Name}/{phases[second].Name}", $"1/{spacing.Unit}", 2.0 / 3 * area / labelled));
            }
        }
        return properties;
    }

    /// <summary>Counts on all cores.</summary>
    internal static FaceCounts Count(LabelVolume labels, CancellationToken cancellationToken = default)
    {
        var total = new FaceCounts(labels.Phases.Count);
        labels.ForEachSlice(z =>
        {
            var own = new FaceCounts(labels.Phases.Count);
            own.Add(labels.Slice(z), z + 1 < labels.Shape.Depth ? labels.Slice(z + 1) : [], labels.Shape.Width);
            lock (total)
                total.Add(own);
        }, cancellationToken);
        return total;
    }
}
