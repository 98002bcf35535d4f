using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the user has filled in for one operation. Values are texts, as on the command line, so that both share one check.</summary>
internal sealed class FormModel
{
    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, Layer?> _layers = [];
    private readonly Dictionary<string, string> _paths = [];

    public FormModel(IOperation operation, Viewer viewer)
    {
        Operation = operation;
        Reset();
        foreach (var input in operation.Inputs)
        {
            if (input.Kind == InputKind.Path)
                _paths[input.Name] = "";
            else
                _layers[input.Name] = input.Optional && !IsMain(input) ? null : FirstFitting(viewer, input);
        }
    }

    public IOperation Operation { get; }

    /// <summary>The folder to fill, for operations with <see cref="OutputKind.Folder"/>.</summary>
    public string OutputFolder { get; set; } = "";

    /// <summary>For operations with <see cref="IOperation.Edits"/>: whether the layer itself is changed, instead of a new one being made.</summary>
    public bool InPlace { get; set; } = true;

    /// <summary>The layer whose labels the result can replace, or null.</summary>
    public LabelsLayer? Edited => Operation.Edits is { } name ? _layers.GetValueOrDefault(name) as LabelsLayer : null;

    /// <summary>Equal as long as a run would give the same: values, inputs, and the labels in them.</summary>
    public string Key => string.Join('\n', _values.Select(pair => $"{pair.Key}={pair.Value}")
        .Concat(_layers.Select(pair => $"{pair.Key}:{(pair.Value is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Value))} {(pair.Value as LabelsLayer)?.Edition} {(pair.Value as LabelsLayer)?.Phases.Count}"))
        .Concat(_paths.Select(pair => $"{pair.Key}>{pair.Value}")));

    /// <summary>Whether values may be lists and ranges, for runs in the queue.</summary>
    public bool ForQueue { get; set; }

    /// <summary>Which combinations of the lists are queued.</summary>
    public SearchKind Search { get; set; }

    /// <summary>How many runs a search draws.</summary>
    public int Trials { get; set; } = 10;

    /// <summary>How the search by halving goes.</summary>
    public HalvingSearch Halving { get; set; } = new() { Id = 0 };

    public string this[ParameterInfo parameter] { get => _values[parameter.Name]; set => _values[parameter.Name] = value; }

    /// <summary>Brings every parameter back to its default; inputs stay.</summary>
    public void Reset()
    {
        foreach (var parameter in Operation.Parameters.Items)
            _values[parameter.Name] = ParameterInfo.Format(parameter.Default);
    }

    /// <summary>The same for a newer build of the operation: what still fits is kept.</summary>
    public FormModel With(IOperation newer, Viewer viewer)
    {
        var form = new FormModel(newer, viewer) { OutputFolder = OutputFolder, ForQueue = ForQueue, InPlace = InPlace, Search = Search, Trials = Trials, Halving = Halving };
        foreach (var parameter in newer.Parameters.Items)
        {
            if (_values.TryGetValue(parameter.Name, out var text))
                form._values[parameter.Name] = text;
        }
        foreach (var input in newer.Inputs)
        {
            if (_layers.TryGetValue(input.Name, out var layer) && form._layers.ContainsKey(input.Name) && (layer is null ? input.Optional : Fitting(viewer, input).Contains(layer)))
                form._layers[input.Name] = layer;
            if (_paths.TryGetValue(input.Name, out var path) && form._paths.ContainsKey(input.Name))
                form._paths[input.Name] = path;
        }
        return form;
    }

    public bool IsDefault(string name) => IsDefault(Operation.Parameters.Items.First(item => item.Name == name));

    public bool IsDefault(ParameterInfo parameter) => _values[parameter.Name] == ParameterInfo.Format(parameter.Default);

    public Layer? LayerOf(OperationInput input) => _layers.GetValueOrDefault(input.Name);

    public void Choose(OperationInput input, Layer? layer) => _layers[input.Name] = layer;

    public string PathOf(OperationInput input) => _paths[input.Name];

    public void Choose(OperationInput input, string path) => _paths[input.Name] = path;

    /// <summary>The layers that fit an input, the one on top first.</summary>
    public static IReadOnlyList<Layer> Fitting(Viewer viewer, OperationInput input) =>
        [.. LayerOrder.Shown(viewer.Layers).Where(layer => !layer.IsTemporary && (input.Kind == InputKind.Labels ? layer is LabelsLayer : layer is ImageLayer))];

    /// <summary>Lets go of layers that were removed, and fills places for which there is a layer now.</summary>
    public void Follow(Viewer viewer)
    {
        foreach (var input in Operation.Inputs.Where(input => input.Kind != InputKind.Path))
        {
            var chosen = _layers[input.Name];
            if (chosen is not null && !viewer.Layers.Contains(chosen))
                chosen = null;
            _layers[input.Name] = chosen ?? (input.Optional ? null : FirstFitting(viewer, input));
        }
    }

    /// <summary>Brings one parameter back to its default.</summary>
    public void Reset(ParameterInfo parameter) => _values[parameter.Name] = ParameterInfo.Format(parameter.Default);

    /// <summary>Texts by parameter, as a preset keeps them.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Fills in values, of a preset or an earlier run; what they leave out goes back to its default.</summary>
    /// <returns>The names that the operation does not have, which are left out.</returns>
    public IReadOnlyList<string> Fill(IReadOnlyDictionary<string, string> values)
    {
        Reset();
        foreach (var (name, text) in values.Where(pair => _values.ContainsKey(pair.Key)))
            _values[name] = text;
        return [.. values.Keys.Where(name => !_values.ContainsKey(name))];
    }

    /// <summary>Fills in the values of an earlier run, and of its layers and paths those that are there.</summary>
    /// <returns>The names of parameters that the operation no longer has.</returns>
    public IReadOnlyList<string> Recall(OperationRecord record, Viewer viewer)
    {
        foreach (var input in Operation.Inputs)
        {
            if (record.Inputs.FirstOrDefault(each => each.Name == input.Name) is not { } known)
                continue;
            if (input.Kind == InputKind.Path)
            {
                _paths[input.Name] = known.Path ?? "";
                continue;
            }
            var fitting = Fitting(viewer, input);
            if ((fitting.FirstOrDefault(layer => layer.Name == known.Layer) ?? fitting.FirstOrDefault(layer => IsFrom(layer, known.Path))) is { } layer)
                _layers[input.Name] = layer;
        }
        return Fill(record.Parameters);
    }

    /// <summary>What is wrong with one parameter, or null.</summary>
    public string? FaultOf(ParameterInfo parameter)
    {
        if (ForQueue)
            return FormQueue.FaultOf(Operation.Parameters, parameter, _values[parameter.Name]);
        try
        {
            parameter.Parse(_values[parameter.Name]);
            return null;
        }
        catch (UserException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>What is wrong with one input, or null.</summary>
    public string? FaultOf(OperationInput input)
    {
        if (input.Kind == InputKind.Path)
        {
            var path = _paths[input.Name].Trim();
            if (path.Length == 0)
                return input.Optional ? null : $"Give a path for '{input.Name}'.";
            return Path.Exists(path) ? null : $"There is no file or folder '{path}'.";
        }
        if (ForQueue && _layers[input.Name] is { } queued && !Path.Exists(queued.Origin))
            return $"'{queued.Name}' stands in no file, which a run in the queue could read: save it first, and open the file.";
        if (_layers[input.Name] is not null || input.Optional)
            return null;
        return input.Kind == InputKind.Labels
            ? $"'{input.Name}' needs a labels layer: open one, or segment an image."
            : $"'{input.Name}' needs an image layer: open one.";
    }

    /// <summary>What is wrong with the folder for the output, or null.</summary>
    public string? OutputFault() => Operation.Output != OutputKind.Folder ? null
        : string.IsNullOrWhiteSpace(OutputFolder) ? "Give a folder for the output."
        : File.Exists(OutputFolder) ? $"'{OutputFolder}' is a file; give a folder for the output." : null;

    /// <summary>Everything that keeps the operation from being run as it stands.</summary>
    public IReadOnlyList<string> Faults() =>
        [.. Operation.Inputs.Select(FaultOf).Append(OutputFault()).Concat(Operation.Parameters.Items.Select(FaultOf)).OfType<string>()];

    /// <summary>All of <see cref="Faults"/> in one text, or null where there are none.</summary>
    public string? Fault() => Faults() is { Count: > 0 } faults ? string.Join(Environment.NewLine, faults) : null;

    /// <summary>The checked record.</summary>
    /// <exception cref="ParameterException">A value is none.</exception>
    public object Parameters() => Operation.Parameters.Bind(_values);

    public OperationInputs Inputs()
    {
        var inputs = new OperationInputs();
        foreach (var (name, layer) in _layers)
        {
            if (layer is not null)
                inputs.Layers[name] = layer;
        }
        foreach (var (name, path) in _paths)
        {
            if (path.Trim().Length > 0)
                inputs.Paths[name] = path.Trim();
        }
        return inputs;
    }

    // Where nothing is required, something is needed all the same: what stands first is what the operation works on as a rule.
    private bool IsMain(OperationInput input) => ReferenceEquals(input, Operation.Inputs[0]) && Operation.Inputs.All(each => each.Optional);

    private static bool IsFrom(Layer layer, string? path) => path is not null && layer.Origin.Length > 0 && Path.GetFullPath(layer.Origin) == path;

    private Layer? FirstFitting(Viewer viewer, OperationInput input)
    {
        var fitting = Fitting(viewer, input);
        // Two inputs of one kind should not both begin with the same layer.
        var free = fitting.Where(layer => !_layers.ContainsValue(layer)).ToList();
        return free.Find(layer => layer == viewer.SelectedLayer) ?? free.FirstOrDefault() ?? (fitting.Count > 0 ? fitting[0] : null);
    }
}
