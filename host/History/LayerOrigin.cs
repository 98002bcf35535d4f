using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.History;

/// <summary>The run that made a layer, and the layers it was made of as long as they are there.</summary>
internal sealed class LayerOrigin
{
    private readonly Dictionary<string, WeakReference<Layer>> _layers;
    private readonly Dictionary<string, string> _paths;

    public LayerOrigin(OperationRecord record, OperationInputs inputs)
    {
        Record = record;
        _layers = inputs.Layers.ToDictionary(pair => pair.Key, pair => new WeakReference<Layer>(pair.Value));
        _paths = new Dictionary<string, string>(inputs.Paths);
    }

    public OperationRecord Record { get; }

    /// <summary>The same inputs as then, or null where a layer is gone.</summary>
    public OperationInputs? Inputs()
    {
        var inputs = new OperationInputs();
        foreach (var (name, reference) in _layers)
        {
            if (!reference.TryGetTarget(out var layer))
                return null;
            inputs.Layers[name] = layer;
        }
        foreach (var (name, path) in _paths)
            inputs.Paths[name] = path;
        return inputs;
    }
}
