using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Finds and opens what the user named as data to train on: folders, volumes, layers. Nothing is read but the heads of files.</summary>
internal sealed class DataSources : IDisposable
{
    internal const string ImageInput = "image";
    internal const string LabelInput = "labelled";

    private readonly OperationContext _context;
    private readonly DataParameters _parameters;
    private readonly SliceSelection _wanted;
    private readonly SliceSelection _validation;
    private readonly SliceSelection _excluded;
    private readonly List<IDisposable> _opened = [];
    private readonly List<LabelledSource> _all = [];
    private readonly List<SliceName> _names = [];

    private DataSources(OperationContext context, DataParameters parameters)
    {
        (_context, _parameters) = (context, parameters);
        _wanted = new SliceSelection("slices", parameters.Slices);
        _validation = new SliceSelection("validation", parameters.Validation);
        _excluded = new SliceSelection("test-slices", parameters.Excluded);
    }

    /// <summary>Every volume, and every slice of a folder, of which something was chosen.</summary>
    internal IReadOnlyList<LabelledSource> All => _all;

    /// <summary>The folder of what is kept for a test, in SegmentPy's layout.</summary>
    internal string? TestFolder { get; private set; }

    /// <summary>Whether slices are held back whole, by name or in a folder of their own.</summary>
    internal bool HoldsBackSlices => !_validation.IsEmpty || _all.Any(source => source.ForValidation);

    /// <summary>What an operation takes that works on these data.</summary>
    internal static IReadOnlyList<OperationInput> Inputs { get; } =
    [
        new OperationInput("in", InputKind.Path, "A folder of slices or stacks (N.tif) with their labels (N_label.tif), or one that holds such folders named train, "
            + "valid and test; or, with --labels, a grey volume.") { Optional = true },
        new OperationInput(ImageInput, InputKind.Image, "A grey layer, in place of a path.") { Optional = true },
        new OperationInput(LabelInput, InputKind.Labels, "Its labels; what is unlabelled therein teaches nothing.") { Optional = true },
    ];

    /// <exception cref="UserException">Something is missing, cannot be opened, or does not fit together.</exception>
    internal static DataSources Find(OperationContext context, DataParameters parameters)
    {
        var sources = new DataSources(context, parameters);
        try
        {
            sources.Find();
            return sources;
        }
        catch
        {
            sources.Dispose();
            throw;
        }
    }

    /// <summary>Whether a slice is to be read.</summary>
    internal bool IsChosen(LabelledSource source, SliceName name) =>
        source.ForValidation ? (_validation.IsEmpty || _validation.Contains(name)) && !_excluded.Contains(name) : IsChosen(name);

    /// <summary>Whether a slice is to be judged by, not learned from.</summary>
    internal bool IsHeldBack(LabelledSource source, SliceName name) => source.ForValidation || _validation.Contains(name);

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var source in _opened)
            source.Dispose();
    }

    private void Find()
    {
        var path = _context.Paths.GetValueOrDefault("in");
        var hasLayers = _context.Layers.ContainsKey(ImageInput) || _context.Layers.ContainsKey(LabelInput);
        if (path is not null && hasLayers)
            throw new UserException($"Give either --in or the layers '{ImageInput}' and '{LabelInput}', not both; further volumes can be given as --more.");
        if (path is null && !hasLayers)
            throw new UserException($"There is nothing to train on: give --in FOLDER with slices and their labels, --in GREY with --labels LABELS, "
                + $"or the layers '{ImageInput}' and '{LabelInput}'.");
        if (hasLayers)
            AddLayers();
        else if (_parameters.Labels.Length > 0)
            AddVolume(path!, _parameters.Labels, isMain: true);
        else
            AddFolder(path!);
        foreach (var entry in _parameters.More.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            AddMore(entry);
        _wanted.CheckAgainst(_names);
        _validation.CheckAgainst(_names);
        _excluded.CheckAgainst(_names);
        if (_all.Count == 0)
            throw new UserException("No labelled slice is left to train on: all that were chosen are kept for the test. Name fewer as --test-slices.");
    }

    private void AddLayers()
    {
        if (_parameters.Labels.Length > 0)
            throw new UserException($"--labels belongs to --in; with layers, the labels are the layer '{LabelInput}'. Leave --labels empty.");
        var (image, labels) = (_context.Image(ImageInput), _context.Labels(LabelInput));
        Add(Cut(new LabelledSource(image.Name, image.Volume, labels.Labels)
        {
            ImageTitle = image.Name,
            LabelTitle = labels.Name,
            Phases = labels.Phases,
            Statistics = image.Statistics,
            ByNumber = true,
        }.CheckShapes()));
    }

    private void AddVolume(string path, string labels, bool isMain)
    {
        var source = Open(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)), path, labels);
        Add(isMain ? Cut(source with { ByNumber = true }) : source);
    }

    private LabelledSource Cut(LabelledSource source)
    {
        var depth = source.Image.Shape.Depth;
        var (first, last) = (_parameters.FirstSlice, _parameters.LastSlice < 0 ? depth - 1 : _parameters.LastSlice);
        return last < depth && first <= last ? source with { FirstSlice = first, Depth = last - first + 1 }
            : throw new UserException($"--first-slice {first} and --last-slice {last}: '{source.ImageTitle}' has the slices 0 to {depth - 1}, "
                + "and the first must not come after the last.");
    }

    private void AddFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UserException(File.Exists(folder)
                ? $"'{folder}' is one file. Give the folder of the slices and their labels, or the file of the labels as --labels."
                : $"The folder '{folder}' does not exist.");
        if (SplitFolder.Of(folder) is not { } split)
        {
            AddPairs(folder, forValidation: false);
            return;
        }
        AddPairs(split.Train, forValidation: false);
        if (split.Validation is not null)
            AddPairs(split.Validation, forValidation: true);
        TestFolder ??= split.Test;
    }

    private void AddPairs(string folder, bool forValidation)
    {
        foreach (var pair in LabelledFolder.Find(folder, name => forValidation || IsChosen(new SliceName(name, 0, false)), _context.Job.Log))
        {
            _names.Add(new SliceName(pair.Name, 0, false));
            if (forValidation || IsChosenIn(pair.Name))
                Add(Open(pair.Name, pair.ImagePath, pair.LabelPath) with { ForValidation = forValidation });
        }
    }

    private void AddMore(string entry)
    {
        if (entry.Split('=') is [var grey, var labels])
            AddVolume(grey.Trim(), labels.Trim(), isMain: false);
        else if (Directory.Exists(entry))
            AddFolder(entry);
        else
            throw new UserException($"--more: '{entry}' is neither a folder nor of the form GREY=LABELS.");
    }

    private LabelledSource Open(string name, string imagePath, string labelPath)
    {
        var (image, labels) = (Open(imagePath), Open(labelPath));
        return new LabelledSource(name, image, labels)
        {
            ImageTitle = imagePath,
            LabelTitle = labelPath,
            ImagePath = imagePath,
            LabelPath = labelPath,
            Phases = labels.Phases,
        }.CheckShapes();
    }

    private IVolumeSource Open(string path)
    {
        var source = _context.Io.Open(path, _context.CancellationToken);
        _opened.Add(source);
        return source;
    }

    private void Add(LabelledSource source)
    {
        _names.AddRange(source.SliceNames);
        _all.Add(source);
    }

    private bool IsChosen(SliceName name) => (_wanted.IsEmpty || _wanted.Contains(name) || _validation.Contains(name)) && !_excluded.Contains(name);

    // Whether anything of a file is chosen, so that it must be opened to see how many slices it has.
    private bool IsChosenIn(string name) => !_excluded.ContainsAll(name)
        && (_wanted.IsEmpty || _wanted.Contains(new SliceName(name, 0, false)) || _validation.Contains(new SliceName(name, 0, false))
            || _wanted.Mentions(name) || _validation.Mentions(name));
}
