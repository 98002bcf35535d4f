using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public abstract void Initialize(OptimizerOptions options);

    public virtual void to(Device device)
    {
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        result?.Dispose();
        result = null;
        if (!reader.ReadBoolean())
            return;
        TensorExtensionMethods.Load(ref result, reader);
        result = result!.to(device, disposeAfter: true).DetachFromDisposeScope();
    }

    /// <summary>Zeros like the parameter, in the place of an earlier state.</summary>
    private protected void Reset(ref Tensor? state)
    {
        state?.Dispose();
        state = zeros_like(_parameter).DetachFromDisposeScope();
    }

    private protected void Copy(ref Tensor? state, Tensor? source)
    {
        state?.Dispose();
        state = source?.to(_parameter.device, copy: true).DetachFromDisposeScope();
    }

    private protected static void Move(ref Tensor? state, Device device) =>
        state = state?.to(device, disposeAfter: true).DetachFromDisposeScope();

    private protected static bool Alike(Tensor? left, Tensor? right) =>
        left is null ? right is null : right is not null && left.allclose(right);
}
