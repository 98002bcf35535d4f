using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>All submodules, those of one level before those of the next below.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in _internal_submodules)
                    yield return child;
                foreach (var (name, child) in _internal_submodules)
                {
                    foreach (var (inner, module) in child.named_modules())
                        yield return ($"{name}.{inner}", module);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(item => item.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr> { IntPtr.Zero };
                foreach (var item in _internal_params)
                {
                    if (seen.Add(item.Item2.handle))
                        yield return item;
                }
                if (!recurse)
                    yield break;
                foreach (var (name, child) in _internal_submodules)
                {
                    foreach (var (inner, parameter) in child.named_parameters(true))
                    {
                        if (seen.Add(parameter.handle))
                            yield return ($"{name}.{inner}", parameter);
                    }
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(item => item.parameter);

            // As in the real package, a buffer that is not persistent is never listed, whatever the argument says.
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<IntPtr> { IntPtr.Zero };
                foreach (var (name, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent && seen.Add(buffer.handle))
                        yield return (name, buffer);
                }
                if (!recurse)
                    yield break;
                foreach (var (name, child) in _internal_submodules)
                {
                    foreach (var (inner, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer.handle))
                            yield return ($"{name}.{inner}", buffer);
                    }
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(item => item.buffer);

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Parameter? get_parameter(string target)
            {
                if (_internal_params.TryGetValue(target, out var found))
                    return found;
                var (child, rest) = Descend(target);
                return child?.get_parameter(rest);
            }

            public virtual Tensor? get_buffer(string target)
            {
                if (_internal_buffers.TryGetValue(target, out var found))
                    return found.Item1;
                var (child, rest) = Descend(target);
                return child?.get_buffer(rest);
            }

            private (Module? Child, string Remainder) Descend(string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                return dot > 0 && _internal_submodules.TryGetValue(target[..dot], out var child) ? (child, target[(dot + 1)..]) : (null, "");
            }
        }
    }
}
