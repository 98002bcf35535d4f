using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static Modules.ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Submodules called 0, 1, 2.</summary>
    public class ModuleList<T> : nn.Module, IList<T>
        where T : nn.Module
    {
        private readonly List<T> _list;

        public ModuleList(params T[] modules)
            : base(nameof(ModuleList<T>))
        {
            _list = [.. modules];
            Renumber();
        }

        public int Count => _list.Count;

        public bool IsReadOnly => false;

        public T this[int index]
        {
            get => _list[index];
            set => Change(() => _list[index] = value);
        }

        public void Add(T item) => Change(() => _list.Add(item));

        public void append(params T[] parameters) => extend(parameters);

        public void extend(IEnumerable<T> modules) => Change(() => _list.AddRange(modules));

        public void Insert(int index, T item) => Change(() => _list.Insert(index, item));

        public bool Remove(T item)
        {
            var removed = _list.Remove(item);
            Renumber();
            return removed;
        }

        public void RemoveAt(int index) => Change(() => _list.RemoveAt(index));

        public void Clear() => Change(_list.Clear);

        public bool Contains(T item) => _list.Contains(item);

        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        public int IndexOf(T item) => _list.IndexOf(item);

        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        // The list holds what is registered already.
        protected override void RegisterComponents()
        {
        }

        private void Change(Action change)
        {
            change();
            Renumber();
        }

        private void Renumber()
        {
            ClearModules();
            for (var i = 0; i < _list.Count; i++)
                register_module($"{i}", _list[i]);
        }
    }
}
