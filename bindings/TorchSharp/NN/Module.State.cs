using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and buffers by name; the tensors stay the module's.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string own) => string.IsNullOrEmpty(prefix) ? own : $"{prefix}.{own}";
                foreach (var (name, parameter) in named_parameters())
                    destination.TryAdd(Key(name), parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Key(name), buffer);
                foreach (var (name, module) in _internal_submodules)
                    module.state_dict(destination, Key(name));
                return destination;
            }

            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                var skipped = skip ?? [];
                var missing = destination.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !destination.ContainsKey(key) && !skipped.Contains(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary. "
                        + $"Missing: {string.Join(", ", missing)}. Unexpected: {string.Join(", ", unexpected)}.");
                }

                using var untracked = no_grad();
                foreach (var (key, tensor) in source)
                {
                    if (!skipped.Contains(key) && destination.TryGetValue(key, out var target))
                        target.copy_(tensor);
                }
                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>The number of entries (LEB128), then each name and tensor.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Encode(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var state = state_dict();
                var entries = reader.Decode();
                if (strict && entries != state.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {state.Count}, but found {entries} entries.");
                for (var i = 0L; i < entries; i++)
                {
                    var key = reader.ReadString();
                    var found = state.TryGetValue(key, out var tensor);
                    if (!found && strict)
                    {
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'. "
                            + $"It has: {string.Join(", ", state.Keys)}.");
                    }
                    if (found && skip?.Contains(key) != true)
                        tensor!.Load(reader);
                    else
                        TensorExtensionMethods.Load(reader, skip: true).Dispose();
                    loadedParameters?.Add(key, found);
                }
                return this;
            }

            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);
        }
    }
}
