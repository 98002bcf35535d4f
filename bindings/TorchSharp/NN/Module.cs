using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A tree of parameters, buffers and submodules, each with the name of the field that holds it.</summary>
        public partial class Module : IDisposable
        {
            protected OrderedDict<string, Module> _internal_submodules = new();
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();
            protected OrderedDict<string, Parameter> _internal_params = new();
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;
            protected string? name;

            private bool _training = true;
            private bool _areComponentsRegistered;
            private bool _disposed;

            protected Module(string name) => this.name = name;

            ~Module() => Dispose(false);

            public virtual bool training => _training;

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed)
                    return;
                _disposed = true;
                foreach (var (_, (buffer, _)) in _internal_buffers)
                    buffer.DetachFromDisposeScope().Dispose();
                foreach (var (_, parameter) in _internal_params)
                    parameter.DetachFromDisposeScope().Dispose();
                foreach (var (_, module) in _internal_submodules)
                    module.Dispose();
            }

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, module) in named_children())
                    module.train(train);
            }

            public virtual void eval() => train(false);

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                        continue;
                    if (set_to_none)
                        parameter.grad = null;
                    else
                        gradient.zero_();
                }
            }

            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in _internal_submodules)
                    module.apply(fn);
                fn(this);
                return this;
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"A submodule's name cannot be empty or have a dot: '{name}'.");
                if (_internal_submodules.ContainsKey(name))
                    throw new InvalidOperationException($"A submodule '{name}' is already registered.");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), $"The parameter '{name}' is null or disposed.");
                if (!_internal_params.TryAdd(name, param))
                    throw new InvalidOperationException($"A parameter '{name}' is already registered.");
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), $"The buffer '{name}' is null or disposed.");
                if (!_internal_buffers.TryAdd(name, (tensor, persistent)))
                    throw new InvalidOperationException($"A buffer '{name}' is already registered.");
            }

            protected void ConditionallyRegisterParameter(string name, Tensor value) => ConditionallyRegisterParameter(name, value as Parameter);

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                    _internal_params.Remove(name);
                else
                    _internal_params[name] = value;
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    _internal_buffers.Remove(name);
                else
                    _internal_buffers[name] = (value, persistent);
            }

            protected void ClearModules() => _internal_submodules.Clear();

            /// <summary>Registers what the fields hold, own fields before those of base classes, in the order of their declaration.</summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered)
                    return;
                foreach (var field in Fields())
                {
                    var component = field.ComponentName();
                    if (_internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(component, module);
                            break;
                        case Parameter parameter:
                            register_parameter(component, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(component, tensor);
                            break;
                    }
                }
                _areComponentsRegistered = true;
            }

            private IEnumerable<FieldInfo> Fields()
            {
                var seen = new HashSet<string>();
                for (var type = GetType(); type is not null && type != typeof(object); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                    {
                        if (seen.Add(field.Name))
                            yield return field;
                    }
                }
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());
        }
    }
}

/// <summary>The name that a field's component goes by.</summary>
public static class FieldInfoExtensionMethods
{
    public static string ComponentName(this FieldInfo field) => field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
