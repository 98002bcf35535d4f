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

    /// <summary>Of labels to look at, those of more voxels than this are read when they are wanted, and so many bytes of them kept.</summary>
    public const long MostInMemory = 1L << 30;

    // What operations call the parameter that bounds their memory, in GiB.
    private const string MemoryParameter = "memory";

    /// <summary>Opens a file as a layer of the given kind, or of the kind that its name or its voxels suggest.</summary>
    /// <param name="io">Reads it.</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="kind">Image or Labels, or null to guess: integers of few distinct values are labels.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">It cannot be read, or is not of that kind.</exception>
    public static Layer Open(IVolumeIo io, string path, InputKind? kind = null, CancellationToken cancellationToken = default) =>
        kind is null && OfPlaces(path) is { } layer ? layer : Of(io.Open(path, cancellationToken), [path], kind, null, null, MostInMemory, cancellationToken);

    /// <summary>Opens a file for an input of an operation: labels are in memory, or read when they are wanted where the operation can do with that and they would take more than their
    /// share of what it may take.</summary>
    /// <param name="io">Reads it.</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">One of its inputs, for a layer.</param>
    /// <param name="parameters">The record of its parameters.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">It cannot be read, or is not of that kind.</exception>
    public static Layer Open(IVolumeIo io, string path, IOperation operation, OperationInput input, object parameters, CancellationToken cancellationToken = default)
    {
        // A quarter for the labels of all inputs together leaves room for what is worked out of them.
        var share = input.IsOnDemand && operation.Parameters.Items.FirstOrDefault(item => item.Name == MemoryParameter)?.Get(parameters) is double allowed
            ? MemoryBudget.Bytes(allowed) / 4 / operation.Inputs.Count(each => each.Kind == InputKind.Labels) : long.MaxValue;
        return Of(io.Open(path, cancellationToken), [path], input.Kind, null, null, share, cancellationToken);
    }

    /// <summary>Opens a file, or several files as one stack, with a reader of one's choice.</summary>
    /// <param name="io">Reads them.</param>
    /// <param name="paths">One file or folder, or the files of a stack in their order.</param>
    /// <param name="kind">Image or Labels, or null to guess.</param>
    /// <param name="reader">The id of the reader, or null for the first that fits.</param>
    /// <param name="progress">Told the share of a label image that was looked through, or null.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">It cannot be read, or is not of that kind.</exception>
    public static Layer Open(VolumeIo io, IReadOnlyList<string> paths, InputKind? kind, string? reader, IProgress<double>? progress, CancellationToken cancellationToken = default) =>
        Open(io, paths, kind, reader, MostInMemory, progress, cancellationToken);

    /// <summary>The same, where another number of voxels is the most that labels may have in memory.</summary>
    public static Layer Open(VolumeIo io, IReadOnlyList<string> paths, InputKind? kind, string? reader, long mostInMemory, IProgress<double>? progress, CancellationToken cancellationToken = default) =>
        kind is null && paths is [var path] && OfPlaces(path) is { } layer ? layer : Of(io.OpenStack(paths, reader, cancellationToken), paths, kind, reader, progress, mostInMemory, cancellationToken);

    /// <summary>Labels to look at from a source, which is taken over: in memory, or where there are very many of them read when they are wanted.</summary>
    /// <param name="source">Whole numbers.</param>
    /// <param name="phases">The table to map values with, or null to make one from the values that occur. Of labels that are read when they are wanted, another value is an error then.</param>
    /// <param name="mostInMemory">Those of more voxels are read when they are wanted, and so many bytes of them kept.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">The values are not labels, or a value is in no phase.</exception>
    public static LabelVolume Labels(IVolumeSource source, PhaseTable? phases, long mostInMemory, CancellationToken cancellationToken)
    {
        if (IsOnDemand(source, mostInMemory))
            return LabelVolume.OnDemand(source, mostInMemory, phases, cancellationToken);
        var labels = LabelVolume.FromSource(source, phases, cancellationToken);
        if (!ReferenceEquals(labels, source))
            source.Dispose();
        return labels;
    }

    /// <summary>Whether labels of a source are read when they are wanted.</summary>
    /// <param name="source">Whole numbers.</param>
    /// <param name="mostInMemory">The most voxels that are in memory.</param>
    public static bool IsOnDemand(IVolumeSource source, long mostInMemory) => source.Shape.VoxelCount > mostInMemory && source.MemoryBytes == 0;

    // Files that hold places instead of voxels; null for others.
    private static Layer? OfPlaces(string path) =>
        !File.Exists(path) ? null : MeshFiles.Knows(path) ? MeshFiles.Open(path) : PointsCsv.Knows(path) ? PointsCsv.Open(path, reference: null) : null;

    private static Layer Of(IVolumeSource source, IReadOnlyList<string> paths, InputKind? kind, string? reader, IProgress<double>? progress, long mostInMemory,
        CancellationToken cancellationToken)
    {
        try
        {
            var path = DataPath.Local(paths[0]);
            var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
            var phases = kind == InputKind.Image ? null : Phases(source, isGuess: kind is null, progress, cancellationToken);
            Layer layer = phases is not null || kind == InputKind.Labels
                ? new LabelsLayer(name, Labels(source, phases, mostInMemory, cancellationToken)) { Origin = path }
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

    // The phases of a source: null where it is to be guessed whether there are any, and its values speak against it.
    private static PhaseTable? Phases(IVolumeSource source, bool isGuess, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (source.Phases is { } known)
            return known;
        if (isGuess && !MayBeLabels(source))
            return null;
        try
        {
            var values = progress is null ? LabelVolume.DistinctValues(source, cancellationToken) : LabelVolume.DistinctValues(source, progress, cancellationToken);
            return isGuess && values.Count > MaxGuessedPhases ? null : PhaseTable.ForFileValues(values);
        }
        catch (UserException notLabels) when (isGuess && notLabels is not VolumeReadException)
        {
            return null;
        }
    }

    // The middle slice tells grey images at once; only what passes there is read whole.
    private static bool MayBeLabels(IVolumeSource source)
    {
        if (!source.VoxelType.IsInteger())
            return false;
        var values = new HashSet<float>();
        var slice = new float[source.Shape.SliceLength];
        source.ReadSlice(source.Shape.Depth / 2, slice);
        foreach (var value in slice)
        {
            if (values.Add(value) && values.Count > MaxGuessedPhases)
                return false;
        }
        return true;
    }
}
