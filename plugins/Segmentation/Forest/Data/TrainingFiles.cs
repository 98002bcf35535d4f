using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Labelled images in files: a folder in which N_label.tif holds the labels of N.tif, or a grey volume and its labels.</summary>
internal sealed class TrainingFiles : IDisposable
{
    private const string Suffix = "_label";

    private readonly List<IVolumeSource> _opened = [];

    private TrainingFiles() { }

    public IReadOnlyList<LabelledImage> Images { get; private set; } = [];

    public PhaseTable Phases { get; private set; } = PhaseTable.Numbered(1);

    /// <summary>Opens the files; the caller disposes them.</summary>
    /// <exception cref="UserException">They cannot be learnt from; the message says why.</exception>
    public static TrainingFiles Open(OperationContext context, RandomForestParameters parameters)
    {
        var files = new TrainingFiles();
        try
        {
            files.Load(context, parameters);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var source in _opened)
            source.Dispose();
        _opened.Clear();
    }

    private void Load(OperationContext context, RandomForestParameters parameters)
    {
        var found = new List<(string Name, IVolumeSource Image, IVolumeSource Labels, IReadOnlyList<int> Slices)>();
        if (parameters.TrainingLabels.Length > 0)
        {
            var (image, labels) = OpenPair(context, parameters.Training, parameters.TrainingLabels);
            var names = Enumerable.Range(0, image.Shape.Depth).Select(z => $"{z}").ToList();
            found.Add((Path.GetFileName(parameters.Training), image, labels, [.. Choose(parameters.Slices, names).Select(int.Parse)]));
        }
        else
        {
            var pairs = Pairs(parameters.Training);
            foreach (var name in Choose(parameters.Slices, [.. pairs.Keys.Order(NaturalOrder.Instance)]))
            {
                var (image, labels) = OpenPair(context, pairs[name].Image, pairs[name].Labels);
                found.Add((name, image, labels, [.. Enumerable.Range(0, image.Shape.Depth)]));
            }
        }
        var values = new SortedSet<long>(found.SelectMany(each => LabelVolume.DistinctValues(each.Labels, context.CancellationToken)));
        if (parameters.UnlabelledValue is { } unlabelled)
            values.Remove(unlabelled);
        if (values.Count is 0 or > PhaseTable.MaxCount)
            throw new UserException($"The labels of '{parameters.Training}' have {values.Count} phases; label two at least.");
        Phases = PhaseTable.ForFileValues(values);
        var labelOf = values.Select((value, label) => (value, label)).ToDictionary(pair => (float)pair.value, pair => (byte)pair.label);
        Images =
        [
            .. found.Select(each => new LabelledImage(each.Name, each.Image, IntensityStatistics.Measure(each.Image, context.CancellationToken), each.Slices,
                (z, labels) => Read(each.Labels, z, labels, labelOf))),
        ];
    }

    private static void Read(IVolumeSource source, int z, Span<byte> labels, Dictionary<float, byte> labelOf)
    {
        var slice = new float[labels.Length];
        source.ReadSlice(z, slice);
        for (var i = 0; i < slice.Length; i++)
            labels[i] = labelOf.GetValueOrDefault(slice[i], LabelVolume.Unlabelled);
    }

    private (IVolumeSource Image, IVolumeSource Labels) OpenPair(OperationContext context, string image, string labels)
    {
        _opened.Add(context.Io.Open(image, context.CancellationToken));
        _opened.Add(context.Io.Open(labels, context.CancellationToken));
        if (_opened[^2].Shape != _opened[^1].Shape)
            throw new UserException($"'{image}' has {_opened[^2].Shape} voxels (z, y, x), but its labels '{labels}' have {_opened[^1].Shape}; they must be of one size.");
        return (_opened[^2], _opened[^1]);
    }

    private static Dictionary<string, (string Image, string Labels)> Pairs(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserException(File.Exists(folder)
                ? $"'{folder}' is one file: give the file of its labels as --training-labels, or a folder of slices with labels."
                : $"The folder '{folder}' does not exist; --training takes a folder in which N_label.tif holds the labels of N.tif.");
        }
        var files = Directory.GetFiles(folder);
        var pairs = new Dictionary<string, (string, string)>();
        foreach (var labels in files)
        {
            var name = Path.GetFileNameWithoutExtension(labels);
            if (name.Length <= Suffix.Length || !name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            name = name[..^Suffix.Length];
            var image = files.Where(file => string.Equals(Path.GetFileNameWithoutExtension(file), name, StringComparison.OrdinalIgnoreCase))
                .OrderBy(file => Path.GetExtension(file) == Path.GetExtension(labels) ? 0 : 1).ThenBy(file => file, StringComparer.Ordinal).FirstOrDefault();
            if (image is not null)
                pairs[name] = (image, labels);
        }
        return pairs.Count > 0 ? pairs : throw new UserException($"'{folder}' holds no labelled slice: a slice N.tif needs its labels as N_label.tif beside it.");
    }

    // Names and ranges of numbers, such as "1,100" or "0-50".
    private static List<string> Choose(string text, List<string> names)
    {
        var entries = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.FirstOrDefault(entry => !names.Any(name => Matches(entry, name))) is { } missing)
        {
            var there = names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(10))}, … {names[^1]}";
            throw new UserException($"--slices: there is no labelled slice '{missing}'; there are: {there}.");
        }
        return entries.Length == 0 ? names : [.. names.Where(name => entries.Any(entry => Matches(entry, name)))];
    }

    private static bool Matches(string entry, string name) =>
        string.Equals(entry, name, StringComparison.OrdinalIgnoreCase)
        || (entry.Split('-') is [var first, var last] && long.TryParse(first, out var from) && long.TryParse(last, out var to)
            && long.TryParse(name, out var number) && number >= from && number <= to);
}
