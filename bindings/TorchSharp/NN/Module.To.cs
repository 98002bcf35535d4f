using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckTarget(device.type, dtype);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                CheckTarget(deviceType, null);
                _toEpilog(deviceType, deviceType == DeviceType.CUDA ? deviceIndex : -1, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckTarget(null, dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Replaces what is not yet of that type and device, here and in all submodules.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                // Through the override, since a script moves its tensors itself.
                foreach (var child in children())
                {
                    if (device is null)
                        child._to(dtype!.Value, non_blocking);
                    else if (dtype is null)
                        child._to(device.type, device.index, non_blocking);
                    else
                        child._to(device, dtype.Value, non_blocking);
                }

                foreach (var (name, parameter) in named_parameters(false).ToList())
                {
                    if (ReplaceParameter(dtype, device, parameter, out var moved) && !SetProperty(name, moved!))
                    {
                        parameter.Dispose();
                        ConditionallyRegisterParameter(name, moved);
                        SetField(name, moved!);
                    }
                }
                foreach (var (name, buffer) in named_buffers(false).ToList())
                {
                    if (ReplaceBuffer(dtype, device, buffer, out var moved) && !SetProperty(name, moved!))
                    {
                        ConditionallyRegisterBuffer(name, moved);
                        SetField(name, moved!);
                    }
                }
                if (device is not null)
                    (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                result = null;
                var type = TypeFor(buffer, dtype);
                if (!buffer.ToWillCopy(type, device ?? buffer.device))
                    return false;
                result = buffer.to(type, device ?? buffer.device, disposeAfter: true).DetachFromDisposeScope();
                return true;
            }

            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                p = null;
                using var gradient = param.grad;
                var (type, target) = (TypeFor(param, dtype), device ?? param.device);
                if (!param.ToWillCopy(type, target) && gradient?.ToWillCopy(type, target) != true)
                    return false;
                using var untracked = no_grad();
                p = new Parameter(param.to(type, target), param.requires_grad);
                p.DetachFromDisposeScope();
                if (gradient is not null)
                {
                    using var moved = gradient.to(type, target);
                    p.grad = moved;
                }
                return true;
            }

            // Whole numbers, such as a count of batches, stay what they are.
            private static ScalarType TypeFor(Tensor tensor, ScalarType? dtype) =>
                dtype is { } wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;

            private static void CheckTarget(DeviceType? device, ScalarType? dtype)
            {
                if (dtype is { } type && !torch.is_floating_point(type) && !torch.is_complex(type))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={type}");
                if (device is { } target)
                    InitializeDeviceType(target);
            }

            private bool SetProperty(string name, Tensor value)
            {
                var property = GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property => property.Name == name);
                if (property?.CanWrite != true)
                    return false;
                property.SetValue(this, value);
                return true;
            }

            private void SetField(string name, Tensor value) => Fields().FirstOrDefault(field => field.ComponentName() == name)?.SetValue(this, value);
        }
    }
}
