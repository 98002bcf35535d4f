using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor alias() => Op.Tensor("alias", this);

        public Tensor clone() => Op.Tensor("clone", this);

        public Tensor contiguous() => Op.Tensor("contiguous", this);

        public Tensor detach() => Op.Tensor("detach", this);

        public Tensor detach_() => Self("detach_", this);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Self("copy_", this, source, nonBlocking);

        public Tensor set_(Tensor source) => Self("set_.source_Tensor", this, source);

        public Tensor fill_(Scalar value) => Self("fill_.Scalar", this, value);

        public Tensor zero_() => Self("zero_", this);

        public Tensor cpu() => to(DeviceType.CPU);

        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA, non_blocking: non_blocking);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(Op.Tensor("to.dtype", this, type, non_blocking, copy), disposeAfter);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(Op.Tensor("to.device", this, InitializeDevice(device), type, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(device.type, device.index, copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, false, false, non_blocking);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor type(ScalarType dtype) => to(dtype);

        private Tensor Converted(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }

        /// <summary>Whether a conversion would make another tensor rather than another handle of this one.</summary>
        internal bool ToWillCopy(ScalarType type, Device device) =>
            type != dtype || device.type != device_type || (device.index >= 0 && device.index != device_index);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor bernoulli(Generator? generator = null) => Op.Tensor("bernoulli", this, generator);

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Op.Tensor("multinomial", this, num_samples, replacement, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Self("bernoulli_.float", this, p, generator);

        public Tensor exponential_(double lambda = 1.0, Generator? generator = null) => Self("exponential_", this, lambda, generator);

        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) => Self("normal_", this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) => Self("uniform_", this, from, to, generator);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros([size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros([rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones([size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones([rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);

        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty([size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty([rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);
    }
}
