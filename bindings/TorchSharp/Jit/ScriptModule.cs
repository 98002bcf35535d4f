using System.Text;
using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A TorchScript program with its parameters.</summary>
        public unsafe class ScriptModule : nn.Module
        {
            private IntPtr _script;

            internal ScriptModule(IntPtr script)
                : base("ScriptModule")
            {
                _script = script;
                foreach (var (name, tensor) in Listed(0))
                    _internal_params.Add(name, new Parameter(tensor, tensor.requires_grad));
                foreach (var (name, tensor) in Listed(1))
                    _internal_buffers.Add(name, (tensor, true));
                foreach (var (_, parameter) in _internal_params)
                    parameter.DetachFromDisposeScope();
                foreach (var (_, (buffer, _)) in _internal_buffers)
                    buffer.DetachFromDisposeScope();
            }

            private protected IntPtr Script => _script != IntPtr.Zero ? _script : throw new ObjectDisposedException(GetType().FullName);

            public override bool training => Shim.shim_script_training(Script) != 0;

            public int GetNumberOfInputs() => (int)Arity().Inputs;

            public int GetNumberOfOutputs() => (int)Arity().Outputs;

            public override void train(bool on = true)
            {
                Shim.Check(Shim.shim_script_train(Script, on ? 1 : 0));
                GC.KeepAlive(this);
            }

            public override void eval() => train(false);

            /// <summary>A tensor, a number, text, an array of those, or a dictionary, as the program answers.</summary>
            public object forward(params object[] input) => invoke("forward", input);

            public object call(params object[] input) => forward(input);

            public object invoke(string name, params object[] objs)
            {
                var values = Array.ConvertAll(objs, ToValue);
                var method = Encoding.UTF8.GetBytes(name + '\0');
                var results = Op.Encode(values, (words, count) =>
                {
                    fixed (byte* text = method)
                        return Shim.shim_script_call(Script, text, words, count);
                });
                GC.KeepAlive(this);
                return Simplified(results[0])!;
            }

            public TResult invoke<TResult>(string name, params object[] inputs) => Result<TResult>(invoke(name, inputs));

            public TResult invoke<T, TResult>(string name, params T[] inputs) => invoke<TResult>(name, [.. inputs.Cast<object>()]);

            protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) =>
                Moved((long)InitializeDevice(device).type, device.index, (long)dtype);

            protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                InitializeDeviceType(deviceType);
                return Moved((long)deviceType, deviceType == DeviceType.CUDA ? deviceIndex : -1, -1);
            }

            protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => Moved(-1, -1, (long)dtype);

            protected override void Dispose(bool disposing)
            {
                base.Dispose(disposing);
                if (Interlocked.Exchange(ref _script, IntPtr.Zero) is var script && script != IntPtr.Zero)
                    Shim.shim_script_free(script);
            }

            internal void Save(string filename)
            {
                Shim.Check(Shim.WithText(filename, path => Shim.shim_script_save(Script, (byte*)path)));
                GC.KeepAlive(this);
            }

            private protected static TResult Result<TResult>(object result) => result switch
            {
                TResult fitting => fitting,
                // Parts of a tuple come as objects; a caller who names the type of a pair means its two tensors.
                object[] parts when typeof(TResult) == typeof((Tensor, Tensor)) => (TResult)(object)((Tensor)parts[0], (Tensor)parts[1]),
                object[] parts when typeof(TResult) == typeof((Tensor, Tensor, Tensor)) =>
                    (TResult)(object)((Tensor)parts[0], (Tensor)parts[1], (Tensor)parts[2]),
                _ => throw new InvalidCastException($"The script answered with {result?.GetType().Name ?? "nothing"}, not with {typeof(TResult).Name}."),
            };

            // The module's tensors keep their identity, only their content moves, so the handles listed before stay valid.
            private ScriptModule Moved(long device, long index, long dtype)
            {
                Shim.Check(Shim.shim_script_to(Script, device, index, dtype));
                GC.KeepAlive(this);
                return this;
            }

            private (long Inputs, long Outputs) Arity()
            {
                long inputs, outputs;
                fixed (byte* method = "forward\0"u8)
                    Shim.Check(Shim.shim_script_arity(Script, method, &inputs, &outputs));
                GC.KeepAlive(this);
                return (inputs, outputs);
            }

            private List<(string Name, Tensor Tensor)> Listed(long kind)
            {
                var items = Op.Decode(Shim.Check(Shim.shim_script_tensors(_script, kind)));
                var result = new List<(string, Tensor)>();
                for (var i = 0; i < items.Length; i += 2)
                    result.Add(((string)items[i]!, (Tensor)items[i + 1]!));
                return result;
            }

            private static Value ToValue(object? value) => value switch
            {
                null => Value.None,
                Tensor tensor => tensor,
                Scalar scalar => scalar,
                long whole => whole,
                int whole => whole,
                double number => number,
                float number => number,
                bool flag => flag,
                string text => text,
                long[] numbers => numbers,
                double[] numbers => numbers,
                Tensor[] tensors => tensors,
                IList<Tensor> tensors => tensors.ToArray(),
                _ => throw new NotSupportedException($"A {value.GetType().Name} cannot be passed to a script. Pass tensors, numbers, text, or arrays of them."),
            };

            private static object? Simplified(object? value)
            {
                if (value is not object?[] items || value is Tensor[])
                    return value;
                var simplified = Array.ConvertAll(items, Simplified);
                return simplified.Length > 0 && simplified.All(item => item is Tensor) ? simplified.Cast<Tensor>().ToArray() : simplified;
            }
        }

        public class ScriptModule<TResult> : ScriptModule, nn.IModule<Tensor[], TResult>
        {
            internal ScriptModule(IntPtr script)
                : base(script)
            {
            }

            public TResult call(params Tensor[] input) => forward(input);

            public TResult forward(params Tensor[] tensor) => Result<TResult>(base.forward([.. tensor]));
        }

        public class ScriptModule<T, TResult> : ScriptModule, nn.IModule<T, TResult>
        {
            internal ScriptModule(IntPtr script)
                : base(script)
            {
            }

            public TResult call(T input) => forward(input);

            public TResult forward(T tensor) => Result<TResult>(base.forward(tensor!));
        }

        public class ScriptModule<T1, T2, TResult> : ScriptModule, nn.IModule<T1, T2, TResult>
        {
            internal ScriptModule(IntPtr script)
                : base(script)
            {
            }

            public TResult call(T1 input1, T2 input2) => forward(input1, input2);

            public TResult forward(T1 input1, T2 input2) => Result<TResult>(base.forward(input1!, input2!));
        }
    }
}
