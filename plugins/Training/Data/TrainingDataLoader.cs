using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Reads what a network is to be trained on: slices with labels, and those beside them that it is shown as well.</summary>
internal sealed class TrainingDataLoader
{
    private readonly OperationContext _context;
    private readonly DataParameters _parameters;
    private readonly DataSources _sources;
    private readonly PatchShape _shape;
    private readonly LabelMapping _mapping;
    private readonly List<SliceFacts> _facts = [];

    private TrainingDataLoader(OperationContext context, DataParameters parameters, DataSources sources, PatchShape shape)
    {
        (_context, _parameters, _sources, _shape) = (context, parameters, sources, shape);
        _mapping = new LabelMapping(parameters.Unlabelled, parameters.LabelValues);
    }

    // A source, which of its slices are labelled, and what was read of it. Slices are counted from the first that is used.
    private sealed record Loaded(LabelledSource Source, IReadOnlyList<int> Labelled)
    {
        internal float[]?[] Grey { get; } = new float[Source.Depth][];

        internal byte[]?[] Labels { get; } = new byte[Source.Depth][];
    }

    /// <summary>Finds, checks and reads. All checks of names and sizes come before the first voxel is read.</summary>
    /// <param name="context">Holds paths or layers.</param>
    /// <param name="parameters">Which data.</param>
    /// <param name="normalisation">How grey values are made comparable.</param>
    /// <param name="shape">Of the patches, which says how many slices around a labelled one are needed.</param>
    /// <exception cref="UserException">The data cannot be trained on; the message says why.</exception>
    internal static TrainingData Load(OperationContext context, DataParameters parameters, NormalisationKind normalisation, PatchShape shape)
    {
        using var sources = DataSources.Find(context, parameters);
        return new TrainingDataLoader(context, parameters, sources, shape).Load(normalisation);
    }

    /// <summary>Reads slices to test a network with, as it was shown those that it was trained on.</summary>
    /// <param name="context">Holds paths or layers.</param>
    /// <param name="parameters">Which data.</param>
    /// <param name="training">What the network is trained on; its phases and its normalisation are used. Voxels of other phases count for nothing.</param>
    /// <param name="shape">Of the patches.</param>
    /// <exception cref="UserException">The data cannot be tested with; the message says why.</exception>
    internal static TestData LoadTest(OperationContext context, DataParameters parameters, TrainingData training, PatchShape shape)
    {
        using var sources = DataSources.Find(context, parameters);
        var loader = new TrainingDataLoader(context, parameters, sources, shape);
        loader.CheckDepths();
        var loaded = sources.All.Where(source => !source.ForValidation).Select(loader.Scan).ToList();
        var files = loaded.SelectMany(each => loader.Read(each, training.Phases)).ToList();
        loader.Apply(training.Normalisation, loaded);
        var regions = loaded.Select(VolumeOf).SelectMany(volume => ValidationRegion.Of(volume, _ => true, 0, shape.IsBlock)).ToList();
        return regions.Count > 0 ? new TestData(regions, files)
            : throw new UserException("The slices to test with hold no labelled voxel of the phases that are trained; choose others.");
    }

    private TrainingData Load(NormalisationKind kind)
    {
        CheckDepths();
        var loaded = _sources.All.Select(Scan).ToList();
        var phases = _mapping.ToPhases(_parameters.PhaseNames);
        var files = loaded.SelectMany(each => Read(each, phases)).ToList();
        var normalisation = Normalise(kind, loaded);
        var volumes = new Dictionary<TrainingVolume, LabelledSource>(ReferenceEqualityComparer.Instance);
        foreach (var each in loaded)
            volumes.Add(VolumeOf(each), each.Source);
        Func<TrainingVolume, int, bool>? isHeldBack = _sources.HoldsBackSlices
            ? (volume, z) => volumes[volume] is var source && _sources.IsHeldBack(source, NameOf(source, z)) : null;
        var (training, regions) = TrainingData.Divide([.. volumes.Keys], isHeldBack, _parameters.HoldBack, _shape.IsBlock, _context.Job.Log);
        return new TrainingData(training, regions, phases, normalisation, files) { TestFolder = _sources.TestFolder, Slices = _facts };
    }

    private void CheckDepths()
    {
        if (_shape.Reach == 0 || _sources.All.FirstOrDefault(source => source.Depth == 1) is not { } single)
            return;
        var what = _shape.IsBlock ? "A network on volumes learns from volumes" : $"--neighbours {_shape.Neighbours} needs the slices beside each one";
        throw new UserException($"{what}, but '{single.ImageTitle}' is a single slice{(_sources.All.Count > 1 ? " whose neighbours are unknown" : "")}. "
            + $"Give a grey volume with --labels, or a folder of stacks (N.tif with many pages, N_label.tif){(_shape.IsBlock ? "" : ", or take --neighbours 0")}.");
    }

    private Loaded Scan(LabelledSource source)
    {
        var chosen = Enumerable.Range(0, source.Depth).Where(z => _sources.IsChosen(source, NameOf(source, z))).Select(z => source.FirstSlice + z).ToList();
        return new Loaded(source, [.. _mapping.Add(source, chosen, _context.CancellationToken).Select(z => z - source.FirstSlice)]);
    }

    // Raw grey values, as yet.
    private DataFile[] Read(Loaded loaded, PhaseTable phases)
    {
        var (source, shape) = (loaded.Source, loaded.Source.Image.Shape);
        using var imageHash = new VoxelHash(shape);
        using var labelHash = new VoxelHash(shape);
        var values = new float[shape.SliceLength];
        foreach (var z in loaded.Labelled)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            source.Labels.ReadSlice(source.FirstSlice + z, values);
            loaded.Labels[z] = _mapping.Map(values, phases);
            labelHash.Add(source.FirstSlice + z, values);
        }
        foreach (var z in WithNeighbours(loaded))
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            var grey = loaded.Grey[z] = new float[shape.SliceLength];
            source.Image.ReadSlice(source.FirstSlice + z, grey);
            imageHash.Add(source.FirstSlice + z, grey);
            if (loaded.Labels[z] is { } labels)
            {
                _facts.Add(SliceFacts.Of(source.Name, source.FirstSlice + z, shape, grey, labels)
                    with
                { HeldBack = _sources.IsHeldBack(source, NameOf(source, z)) });
            }
        }
        return
        [
            imageHash.ToDataFile("image", source.Name, source.ImagePath, shape),
            labelHash.ToDataFile("labels", source.LabelTitle, source.LabelPath, shape),
        ];
    }

    private IEnumerable<int> WithNeighbours(Loaded loaded)
    {
        var (depth, next) = (loaded.Source.Depth, 0);
        foreach (var z in loaded.Labelled)
        {
            for (next = Math.Max(next, z - _shape.Reach); next <= Math.Min(depth - 1, z + _shape.Reach); next++)
                yield return next;
        }
    }

    private Normalisation Normalise(NormalisationKind kind, List<Loaded> loaded)
    {
        var normalisation = Normalisation.Fit(kind, [.. loaded.SelectMany(each => each.Labelled.Select(z => each.Grey[z]!))]);
        Apply(normalisation, loaded);
        return normalisation;
    }

    private void Apply(Normalisation normalisation, List<Loaded> loaded)
    {
        foreach (var each in loaded)
        {
            var statistics = normalisation.Kind == NormalisationKind.VolumeZScore
                ? each.Source.Statistics ?? IntensityStatistics.Measure(each.Source.Image, _context.CancellationToken) : null;
            foreach (var grey in each.Grey)
                normalisation.Apply(grey, statistics);
        }
    }

    private static TrainingVolume VolumeOf(Loaded loaded) =>
        new(loaded.Source.Name, loaded.Source.Image.Shape.Height, loaded.Source.Image.Shape.Width, loaded.Grey, loaded.Labels);

    private static SliceName NameOf(LabelledSource source, int z) => new(source.Name, source.FirstSlice + z, source.ByNumber);
}
