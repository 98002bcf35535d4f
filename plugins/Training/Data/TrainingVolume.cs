using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A volume, or a single slice, that a network learns from or is judged by: of its slices those that are needed, in memory.</summary>
/// <param name="Name">The file's or the layer's name.</param>
/// <param name="Height">Rows of a slice.</param>
/// <param name="Width">Columns of a slice.</param>
/// <param name="Grey">Per slice the normalised grey values, row by row; null where nothing labelled is near enough to need them.</param>
/// <param name="Labels">Per slice the phases, or <see cref="LabelVolume.Unlabelled"/>; null where nothing is labelled, or is not to be learned from.</param>
internal sealed record TrainingVolume(string Name, int Height, int Width, IReadOnlyList<float[]?> Grey, IReadOnlyList<byte[]?> Labels)
{
    /// <summary>Slices, with those that are not in memory.</summary>
    internal int Depth => Grey.Count;

    /// <summary>Rows from the top that patches are taken from, of every slice; the rest is held back for validation.</summary>
    internal int TrainingRows { get; init; } = Height;

    /// <summary>The slices with labels.</summary>
    internal IEnumerable<int> LabelledSlices => Enumerable.Range(0, Depth).Where(z => Labels[z] is not null);

    /// <summary>A volume of one slice.</summary>
    internal static TrainingVolume OfSlice(string name, int height, int width, float[] grey, byte[] labels) => new(name, height, width, [grey], [labels]);

    /// <summary>The grey values of a slice; beyond the ends of the volume, of its mirror image.</summary>
    /// <exception cref="InvalidOperationException">The slice was not read.</exception>
    internal float[] Plane(int z) => Grey[Mirror.Index(z, Depth)]
        ?? throw new InvalidOperationException($"Slice {z} of '{Name}' is needed, but was not read.");

    /// <summary>Whether any voxel in the given rows of a slice is labelled.</summary>
    internal bool HasLabels(int z, int firstRow, int endRow) => Labels[z] is { } labels
        && labels.AsSpan(firstRow * Width, (endRow - firstRow) * Width).ContainsAnyExcept(LabelVolume.Unlabelled);

    /// <summary>Whether any voxel of the training rows is labelled.</summary>
    internal bool CanTrain => LabelledSlices.Any(z => HasLabels(z, 0, TrainingRows));
}
