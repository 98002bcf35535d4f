using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A slice that a network learns from, or is judged by.</summary>
/// <param name="Name">The file's name, or the slice's number in its volume.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Grey">Normalised grey values, row by row.</param>
/// <param name="Labels">Phases, or <see cref="LabelVolume.Unlabelled"/>.</param>
internal sealed record TrainingSlice(string Name, int Height, int Width, float[] Grey, byte[] Labels)
{
    /// <summary>Rows from the top that patches are taken from; the rest is held back for validation.</summary>
    internal int TrainingRows { get; init; } = Height;

    /// <summary>Whether any voxel in the given rows is labelled.</summary>
    internal bool HasLabels(int firstRow, int endRow) =>
        Labels.AsSpan(firstRow * Width, (endRow - firstRow) * Width).ContainsAnyExcept(LabelVolume.Unlabelled);
}

/// <summary>Rows of a slice, from <paramref name="FirstRow"/> to its last, by which a network is judged.</summary>
internal sealed record ValidationRegion(TrainingSlice Slice, int FirstRow);
