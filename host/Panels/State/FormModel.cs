using VolumeViewer.Host.Operations;
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
                _layers[input.Name] = input.Optional ? null : FirstFitting(viewer, input);
        }
    }

    public IOperation Operation { get; }

    /// <summary>The folder to fill, for operations with <see cref="OutputKind.Folder"/>.</summary>
    public string OutputFolder { get; set; } = "";

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
        var form = new FormModel(newer, viewer) { OutputFolder = OutputFolder };
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

    public bool IsDefault(ParameterInfo parameter) => _values[parameter.Name] == ParameterInfo.Format(parameter.Default);

    public Layer? LayerOf(OperationInput input) => _layers.GetValueOrDefault(input.Name);

    public void Choose(OperationInput input, Layer? layer) => _layers[input.Name] = layer;

    public string PathOf(OperationInput input) => _paths[input.Name];

    public void Choose(OperationInput input, string path) => _paths[input.Name] = path;

    /// <summary>The layers that fit an input, the one on top first.</summary>
    public static IReadOnlyList<Layer> Fitting(Viewer viewer, OperationInput input) =>
        [.. LayerOrder.Shown(viewer.Layers).Where(layer => input.Kind == InputKind.Labels ? layer is LabelsLayer : layer is ImageLayer)];

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

    /// <summary>What is wrong with one parameter, or null.</summary>
    public string? FaultOf(ParameterInfo parameter)
    {
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

    /// <summary>Why the operation cannot be run as it stands, or null.</summary>
    public string? Fault()
    {
        foreach (var input in Operation.Inputs)
        {
            if (input.Kind == InputKind.Path)
            {
                var path = _paths[input.Name].Trim();
                if (path.Length == 0 && !input.Optional)
                    return $"Give a path for '{input.Name}'.";
                if (path.Length > 0 && !File.Exists(path) && !Directory.Exists(path))
                    return $"There is no file or folder '{path}'.";
            }
            else if (_layers[input.Name] is null && !input.Optional)
            {
                return input.Kind == InputKind.Labels
                    ? $"'{input.Name}' needs a labels layer: open one, or segment an image."
                    : $"'{input.Name}' needs an image layer: open one.";
            }
        }
        if (Operation.Output == OutputKind.Folder && string.IsNullOrWhiteSpace(OutputFolder))
            return "Give a folder for the output.";
        if (Operation.Output == OutputKind.Folder && File.Exists(OutputFolder))
            return $"'{OutputFolder}' is a file; give a folder for the output.";
        return Operation.Parameters.Items.Select(FaultOf).FirstOrDefault(fault => fault is not null);
    }

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

    private Layer? FirstFitting(Viewer viewer, OperationInput input)
    {
        var fitting = Fitting(viewer, input);
        // Two inputs of one kind should not both begin with the same layer.
        var free = fitting.Where(layer => !_layers.ContainsValue(layer)).ToList();
        return free.Find(layer => layer == viewer.SelectedLayer) ?? free.FirstOrDefault() ?? (fitting.Count > 0 ? fitting[0] : null);
    }
}
