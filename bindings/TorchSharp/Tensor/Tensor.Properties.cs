using System.Globalization;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        // Places in the answer of shim_tensor_info.
        private enum Info
        {
            ScalarType,
            DeviceType,
            DeviceIndex,
            Elements,
            ElementSize,
            RequiresGrad,
            Leaf,
            Contiguous,
            Sparse,
            HasStorage,
            Dimensions,
            Sizes,
        }

        private long Get(Info what)
        {
            var value = Shim.Check(Shim.shim_tensor_info(Handle))[(int)what];
            GC.KeepAlive(this);
            return value;
        }

        public long Dimensions => Get(Info.Dimensions);

        public long dim() => Dimensions;

        public long ndim => Dimensions;

        public long NumberOfElements => Get(Info.Elements);

        public long numel() => NumberOfElements;

        public long ElementSize => Get(Info.ElementSize);

        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)Get(Info.ScalarType);

        public Device device => new((DeviceType)Get(Info.DeviceType), device_index);

        public int device_index => (int)Get(Info.DeviceIndex);

        public DeviceType device_type => (DeviceType)Get(Info.DeviceType);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_leaf => Get(Info.Leaf) != 0;

        public bool is_sparse => Get(Info.Sparse) != 0;

        public bool is_contiguous() => Get(Info.Contiguous) != 0;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_nonzero() => numel() == 1 ? Op.Bool("is_nonzero", this)
            : throw new InvalidOperationException($"is_nonzero() asks for one element, and this tensor has {numel()}.");

        public long[] shape
        {
            get
            {
                var info = Shim.Check(Shim.shim_tensor_info(Handle));
                var sizes = new ReadOnlySpan<long>(info + (int)Info.Sizes, (int)info[(int)Info.Dimensions]).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long[] size() => shape;

        public long size(int dim) => shape[dim < 0 ? dim + shape.Length : dim];

        public long[] stride()
        {
            var info = Shim.Check(Shim.shim_tensor_info(Handle));
            var count = (int)info[(int)Info.Dimensions];
            var strides = new ReadOnlySpan<long>(info + (int)Info.Sizes + count, count).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => stride()[dim < 0 ? dim + (int)Dimensions : dim];

        public long storage_offset()
        {
            var offset = Shim.shim_tensor_storage_offset(Handle);
            GC.KeepAlive(this);
            return offset;
        }

        public bool requires_grad
        {
            get => Get(Info.RequiresGrad) != 0;
            set
            {
                Shim.Check(Shim.shim_tensor_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            Shim.Check(Shim.shim_tensor_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        public Tensor? grad
        {
            get
            {
                IntPtr gradient;
                Shim.Check(Shim.shim_tensor_grad(Handle, &gradient));
                GC.KeepAlive(this);
                return gradient == IntPtr.Zero ? null : new Tensor(gradient);
            }
            set
            {
                Shim.Check(Shim.shim_tensor_set_grad(Handle, value is null ? IntPtr.Zero : value.Handle));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        public void backward() => backward(null);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        public override string ToString()
        {
            var sizes = string.Join("x", shape.Select(length => length.ToString(CultureInfo.InvariantCulture)));
            return $"[{sizes}], type = {dtype}, device = {device}";
        }
    }
}
