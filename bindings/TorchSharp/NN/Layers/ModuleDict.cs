using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
                where T : Module
            {
                var dictionary = new Modules.ModuleDict<T>();
                foreach (var (name, module) in modules)
                    dictionary.Add(name, module);
                return dictionary;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Submodules by name, in the order in which they were added.</summary>
    public class ModuleDict<T> : nn.Module
        where T : nn.Module
    {
        public ModuleDict()
            : base(nameof(ModuleDict<T>))
        {
        }

        public int Count => _internal_submodules.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _internal_submodules.Keys;

        public ICollection<T> Values => [.. values()];

        public T this[string key]
        {
            get => (T)_internal_submodules[key];
            set
            {
                _internal_submodules.Remove(key);
                register_module(key, value);
            }
        }

        public IEnumerable<string> keys() => Keys;

        public IEnumerable<T> values() => _internal_submodules.Values.Cast<T>();

        public void Add(string key, T value) => register_module(key, value);

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public bool ContainsKey(string key) => _internal_submodules.ContainsKey(key);

        public bool Remove(string key) => _internal_submodules.Remove(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
        {
            value = _internal_submodules.TryGetValue(key, out var found) ? (T)found : null;
            return value is not null;
        }

        public void clear() => ClearModules();

        public void Clear() => ClearModules();

        public IEnumerator<(string, T)> GetEnumerator()
        {
            foreach (var (name, module) in _internal_submodules)
                yield return (name, (T)module);
        }

        // The dictionary is what is registered already.
        protected override void RegisterComponents()
        {
        }
    }
}
