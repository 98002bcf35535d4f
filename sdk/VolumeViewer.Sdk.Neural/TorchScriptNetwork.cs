using System.Runtime.InteropServices;

using static TorchSharp.torch;

namespace VolumeViewer.Sdk.Neural;

/// <summary>A TorchScript file as a network. What it builds has the file's weights, not fresh ones: training goes on from them.</summary>
/// <param name="file">The script and its facts.</param>
public sealed class TorchScriptNetwork(TorchScriptFile file) : INetwork
{
    /// <summary>The script and its facts.</summary>
    public TorchScriptFile File { get; } = file;

    /// <inheritdoc/>
    public string Id => File.Id;

    /// <inheritdoc/>
    public string Title => File.Title;

    /// <inheritdoc/>
    public string Description => File.Description;

    /// <summary>None: the script is what it is.</summary>
    public ParameterSchema Options { get; } = ParameterSchema.For(typeof(NoOptions));

    /// <inheritdoc/>
    public NetworkGeometry Geometry(object options) => File.Geometry;

    /// <summary>Loads the script and tries it on a small input. The caller disposes it.</summary>
    /// <param name="inputs">As many as the sidecar says.</param>
    /// <param name="phases">As many as the sidecar says.</param>
    /// <param name="options">Not looked at.</param>
    /// <exception cref="UserException">
    /// The file is damaged or no TorchScript, another number of inputs or phases is asked for, or the sidecar is wrong.
    /// </exception>
    public nn.Module<Tensor, Tensor> Build(int inputs, int phases, object options)
    {
        if (inputs != File.Inputs)
            throw new UserException($"The network '{Id}' takes {File.Inputs} input channel(s), not {inputs}: its weights are those of '{File.Path}'.");
        if (phases != File.Phases.Count)
        {
            throw new UserException($"The network '{Id}' knows {File.Phases.Count} phases ({string.Join(", ", File.Phases.Select(phase => phase.Name))}), "
                + $"not {phases}: its weights are those of '{File.Path}'. Take data with as many phases, or another network.");
        }
        var module = new TorchScriptModule(Load());
        try
        {
            new TorchScriptCheck(File, module).Run();
            return module;
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    private jit.ScriptModule<Tensor, Tensor> Load()
    {
        try
        {
            return jit.load<Tensor, Tensor>(File.Path);
        }
        catch (Exception cause) when (cause is ExternalException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{File.Path}' cannot be loaded as TorchScript: {TorchScriptCheck.Reason(cause)} "
                + "The file is damaged, or was not exported by torch.jit.script(network).save(...).", cause);
        }
    }

    private sealed record NoOptions;
}
