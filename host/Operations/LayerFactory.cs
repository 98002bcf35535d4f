using VolumeViewer.Host.Meshes;
using VolumeViewer.Host.Points;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Makes layers of files.</summary>
internal static class LayerFactory
{
    // An integer volume with no more distinct values than this is taken for labels.
    private const int MaxGuessedPhases = 16;

    /// <summary>Opens a file as a layer of the given kind, or of the kind that its name or its voxels suggest.</summary>
    /// <param name="io">Reads it.</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="kind">Image or Labels, or null to guess: integers of few distinct values are labels.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">It cannot be read, or is not of that kind.</exception>
    public static Layer Open(IVolumeIo io, string path, InputKind? kind = null, CancellationToken cancellationToken = default) =>
        kind is null && OfPlaces(path) is { } layer ? layer : Of(io.Open(path, cancellationToken), [path], kind, null, cancellationToken);

    /// <summary>Opens a file, or several files as one stack, with a reader of one's choice.</summary>
    /// <param name="io">Reads them.</param>
    /// <param name="paths">One file or folder, or the files of a stack in their order.</param>
    /// <param name="kind">Image or Labels, or null to guess.</param>
    /// <param name="reader">The id of the reader, or null for the first that fits.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">It cannot be read, or is not of that kind.</exception>
    public static Layer Open(VolumeIo io, IReadOnlyList<string> paths, InputKind? kind, string? reader, CancellationToken cancellationToken = default) =>
        kind is null && paths is [var path] && OfPlaces(path) is { } layer ? layer : Of(io.OpenStack(paths, reader, cancellationToken), paths, kind, reader, cancellationToken);

    // Files that hold places instead of voxels; null for others.
    private static Layer? OfPlaces(string path) =>
        !File.Exists(path) ? null : MeshFiles.Knows(path) ? MeshFiles.Open(path) : PointsCsv.Knows(path) ? PointsCsv.Open(path, reference: null) : null;

    private static Layer Of(IVolumeSource source, IReadOnlyList<string> paths, InputKind? kind, string? reader, CancellationToken cancellationToken)
    {
        try
        {
            var path = DataPath.Local(paths[0]);
            var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
            Layer layer = kind == InputKind.Labels || (kind is null && LooksLikeLabels(source, cancellationToken))
                ? new LabelsLayer(name, ReadLabels(source, cancellationToken)) { Origin = path }
                : new ImageLayer(name, source, IntensityStatistics.Measure(source, cancellationToken)) { Origin = path };
            DataFile.Tell(layer, paths.Select(DataPath.Local), reader);
            return layer;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static LabelVolume ReadLabels(IVolumeSource source, CancellationToken cancellationToken)
    {
        var labels = LabelVolume.FromSource(source, phases: null, cancellationToken);
        if (!ReferenceEquals(labels, source))
            source.Dispose();
        return labels;
    }

    private static bool LooksLikeLabels(IVolumeSource source, CancellationToken cancellationToken)
    {
        if (source.Phases is not null)
            return true;
        if (!source.VoxelType.IsInteger())
            return false;
        // The middle slice tells grey images at once; only what passes there is read whole.
        var values = new HashSet<float>();
        var slice = new float[source.Shape.SliceLength];
        source.ReadSlice(source.Shape.Depth / 2, slice);
        foreach (var value in slice)
        {
            if (values.Add(value) && values.Count > MaxGuessedPhases)
                return false;
        }
        try
        {
            return LabelVolume.DistinctValues(source, cancellationToken).Count <= MaxGuessedPhases;
        }
        catch (UserException notLabels) when (notLabels is not VolumeReadException)
        {
            return false;
        }
    }
}
