using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Finds, checks and reads what a network is to be trained on. All checks of names and sizes come before the first voxel is read.</summary>
internal sealed class TrainingDataLoader : IDisposable
{
    private readonly OperationContext _context;
    private readonly TrainParameters _parameters;
    private readonly SliceSelection _wanted;
    private readonly SliceSelection _validation;
    private readonly List<IDisposable> _opened = [];

    private TrainingDataLoader(OperationContext context, TrainParameters parameters)
    {
        (_context, _parameters) = (context, parameters);
        _wanted = new SliceSelection("slices", parameters.Slices);
        _validation = new SliceSelection("validation", parameters.Validation);
    }

    /// <summary>One slice of an image and its labels, not read yet.</summary>
    private sealed record Candidate(string Name, IVolumeSource Image, IVolumeSource Labels, string LabelPath, int Z);

    /// <exception cref="UserException">The data cannot be trained on; the message says why.</exception>
    internal static TrainingData Load(OperationContext context, string path, TrainParameters parameters)
    {
        using var loader = new TrainingDataLoader(context, parameters);
        return loader.Load(path);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var source in _opened)
            source.Dispose();
    }

    private TrainingData Load(string path)
    {
        var files = new List<(string Role, string Path)>();
        var candidates = _parameters.Labels.Length > 0 ? OfVolume(path, files) : OfFolder(path, files);
        var mapping = new LabelMapping(_parameters.Unlabelled);
        foreach (var candidate in candidates.DistinctBy(candidate => candidate.Labels))
            mapping.Add(candidate.Labels, candidate.LabelPath, _context.CancellationToken);
        var phases = mapping.ToPhases(_parameters.PhaseNames);
        var (slices, normalisation) = Read(candidates, phases);
        var (training, regions) = TrainingData.Divide(slices, _validation, _parameters.HoldBack, _context.Job.Log);
        return new TrainingData(training, regions, phases, normalisation, [.. files.Select(file => DataFile.Of(file.Role, file.Path))]);
    }

    private List<Candidate> OfFolder(string folder, List<(string Role, string Path)> files)
    {
        if (!Directory.Exists(folder))
            throw new UserException(File.Exists(folder)
                ? $"'{folder}' is one file. Give the folder of the slices and their labels, or the file of the labels as --labels."
                : $"The folder '{folder}' does not exist.");
        var pairs = LabelledFolder.Find(folder, IsChosen, _context.Job.Log);
        CheckSelections([.. pairs.Select(pair => pair.Name)]);
        var candidates = new List<Candidate>();
        foreach (var pair in pairs.Where(pair => IsChosen(pair.Name)))
        {
            var (image, labels) = (Open(pair.ImagePath), Open(pair.LabelPath));
            CheckShapes(image, pair.ImagePath, labels, pair.LabelPath);
            files.Add(("image", pair.ImagePath));
            files.Add(("labels", pair.LabelPath));
            candidates.AddRange(Enumerable.Range(0, image.Shape.Depth).Select(z => new Candidate(pair.Name, image, labels, pair.LabelPath, z)));
        }
        return candidates;
    }

    private List<Candidate> OfVolume(string path, List<(string Role, string Path)> files)
    {
        var (image, labels) = (Open(path), Open(_parameters.Labels));
        CheckShapes(image, path, labels, _parameters.Labels);
        files.Add(("image", path));
        files.Add(("labels", _parameters.Labels));
        var (first, last) = (_parameters.FirstSlice, _parameters.LastSlice < 0 ? image.Shape.Depth - 1 : _parameters.LastSlice);
        if (last >= image.Shape.Depth || first > last)
            throw new UserException($"--first-slice {first} and --last-slice {last}: '{path}' has the slices 0 to {image.Shape.Depth - 1}, "
                + "and the first must not come after the last.");
        var names = Enumerable.Range(first, last - first + 1).Select(z => $"{z}").ToList();
        CheckSelections(names);
        return [.. names.Where(IsChosen).Select(name => new Candidate(name, image, labels, _parameters.Labels, int.Parse(name)))];
    }

    private bool IsChosen(string name) => _wanted.IsEmpty || _wanted.Contains(name) || _validation.Contains(name);

    private void CheckSelections(IReadOnlyList<string> names)
    {
        _wanted.CheckAgainst(names);
        _validation.CheckAgainst(names);
    }

    private (IReadOnlyList<TrainingSlice> Slices, Normalisation Normalisation) Read(List<Candidate> candidates, PhaseTable phases)
    {
        var grey = new float[candidates.Count][];
        var labels = new byte[candidates.Count][];
        for (var i = 0; i < candidates.Count; i++)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            var (_, image, labelSource, _, z) = candidates[i];
            grey[i] = new float[image.Shape.SliceLength];
            labelSource.ReadSlice(z, grey[i]);
            labels[i] = LabelMapping.Map(grey[i], phases);
            image.ReadSlice(z, grey[i]);
        }
        var normalisation = Normalisation.Fit(_parameters.Normalisation, grey);
        var statistics = _parameters.Normalisation == NormalisationKind.VolumeZScore
            ? candidates.Select(candidate => candidate.Image).Distinct()
                .ToDictionary(image => image, image => IntensityStatistics.Measure(image, _context.CancellationToken))
            : null;
        for (var i = 0; i < candidates.Count; i++)
            normalisation.Apply(grey[i], statistics?[candidates[i].Image]);
        return ([.. candidates.Select((candidate, i) =>
            new TrainingSlice(candidate.Name, candidate.Image.Shape.Height, candidate.Image.Shape.Width, grey[i], labels[i]))], normalisation);
    }

    private IVolumeSource Open(string path)
    {
        var source = _context.Io.Open(path, _context.CancellationToken);
        _opened.Add(source);
        return source;
    }

    private static void CheckShapes(IVolumeSource image, string imagePath, IVolumeSource labels, string labelPath)
    {
        if (image.Shape != labels.Shape)
        {
            throw new UserException($"'{imagePath}' has {image.Shape} voxels (z, y, x), but its labels '{labelPath}' have {labels.Shape}; "
                + "they must be of one size.");
        }
    }
}
