using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A grey volume and its labels, opened and of one size, but not read.</summary>
/// <param name="Name">The file's or the layer's name.</param>
/// <param name="Image">Grey values.</param>
/// <param name="Labels">Label values.</param>
internal sealed record LabelledSource(string Name, IVolumeSource Image, IVolumeSource Labels)
{
    /// <summary>For messages.</summary>
    internal required string ImageTitle { get; init; }

    /// <summary>For messages.</summary>
    internal required string LabelTitle { get; init; }

    /// <summary>The file or folder of the grey values; null for a layer.</summary>
    internal string? ImagePath { get; init; }

    /// <summary>The file or folder of the labels; null for a layer.</summary>
    internal string? LabelPath { get; init; }

    /// <summary>The phases, where the labels bring them along; any other value is unlabelled then.</summary>
    internal PhaseTable? Phases { get; init; }

    /// <summary>Of the grey values, where they are known.</summary>
    internal IntensityStatistics? Statistics { get; init; }

    /// <summary>The first slice that is used.</summary>
    internal int FirstSlice { get; init; }

    /// <summary>Slices that are used.</summary>
    internal int Depth { get; init; } = Image.Shape.Depth;

    /// <summary>Whether its slices are named by their numbers alone.</summary>
    internal bool ByNumber { get; init; }

    /// <summary>Whether it is there to judge by, not to learn from.</summary>
    internal bool ForValidation { get; init; }

    /// <summary>The names of the slices that are used.</summary>
    internal IEnumerable<SliceName> SliceNames => Enumerable.Range(FirstSlice, Depth).Select(z => new SliceName(Name, z, ByNumber));

    /// <exception cref="UserException">The sizes differ.</exception>
    internal LabelledSource CheckShapes()
    {
        return Image.Shape == Labels.Shape ? this
            : throw new UserException($"'{ImageTitle}' has {Image.Shape} voxels (z, y, x), but its labels '{LabelTitle}' have {Labels.Shape}; "
                + "they must be of one size.");
    }
}
