using static TorchSharp.torch;

namespace VolumeViewer.Sdk.Neural;

/// <summary>A script as a module of one tensor to one tensor; its weights are the script's own.</summary>
internal sealed class TorchScriptModule : nn.Module<Tensor, Tensor>
{
    private readonly jit.ScriptModule<Tensor, Tensor> _script;

    /// <param name="script">Disposed with this.</param>
    public TorchScriptModule(jit.ScriptModule<Tensor, Tensor> script) : base(nameof(TorchScriptModule))
    {
        _script = script;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _script.call(input);
}
