using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>A network of stages: children with names of their own, in the order in which they are made; the last gives the logits.</summary>
internal abstract class StagedModule(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Adds a stage.</summary>
    protected T Stage<T>(string name, T module) where T : nn.Module
    {
        register_module(name, module);
        return module;
    }

    // The stages are registered already, and fields would be registered a second time by their own names.
    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
    }
}
