using static TorchSharp.torch;

namespace TorchSharp.Modules;

public interface IParameterLessModule
{
}

/// <summary>A module with nothing to learn, convert or save.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Refusal(GetName(), "buffer", name);

    public override void register_parameter(string name, Parameter param) => throw Refusal(GetName(), "parameter", name);

    public override void register_module(string name, nn.Module submodule) => throw Refusal(GetName(), "submodule", name);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;

    internal static InvalidOperationException Refusal(string module, string kind, string name) =>
        new($"{module} is a module without parameters, so it takes no {kind} '{name}'.");
}

public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw ParameterLessModule<T1, TResult>.Refusal(GetName(), "buffer", name);

    public override void register_parameter(string name, Parameter param) =>
        throw ParameterLessModule<T1, TResult>.Refusal(GetName(), "parameter", name);

    public override void register_module(string name, nn.Module submodule) =>
        throw ParameterLessModule<T1, TResult>.Refusal(GetName(), "submodule", name);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}
