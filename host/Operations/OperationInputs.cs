using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>What fills the inputs of an operation.</summary>
internal sealed class OperationInputs
{
    public Dictionary<string, Layer> Layers { get; } = [];

    public Dictionary<string, string> Paths { get; } = [];

    public bool Has(string input) => Layers.ContainsKey(input) || Paths.ContainsKey(input);
}
