using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Sequential Sequential() => new();

            public static Modules.Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Modules.Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            public static Modules.Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                new([.. modules.Select(item => (item.Item1, item.Item2))]);

            public static Modules.Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules.ToArray());

            public static Modules.Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other; without given names they are called 0, 1, 2.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.IModule<Tensor, Tensor>> _modules = [];

        internal Sequential()
            : base(nameof(Sequential))
        {
        }

        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
                append(name, module);
        }

        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules)
                append(module);
        }

        public int Count => _modules.Count;

        public nn.IModule<Tensor, Tensor> this[int index] => _modules[index];

        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            register_module(name, (nn.Module)module);
            _modules.Add(module);
            return this;
        }

        public Sequential append(nn.IModule<Tensor, Tensor> module) => append(_modules.Count.ToString(), module);

        public override Tensor forward(Tensor tensor)
        {
            if (_modules.Count == 0)
                return tensor.alias();
            var result = _modules[0].call(tensor);
            foreach (var module in _modules.Skip(1))
            {
                var next = module.call(result);
                result.Dispose();
                result = next;
            }
            return result;
        }

        // The list holds what is registered already.
        protected override void RegisterComponents()
        {
        }
    }
}
