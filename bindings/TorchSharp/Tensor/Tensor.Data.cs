using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(this);
        }

        public T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException($"item() asks for a tensor of one element, and this one has {numel()}.");
            return data<T>()[0];
        }

        /// <summary>The elements as they lie in memory. Of a contiguous CPU tensor below 2 GiB; valid until the tensor is disposed.</summary>
        public Span<byte> bytes
        {
            get => new((void*)Data(this), checked((int)CheckedByteCount()));
            set
            {
                if (value.Length != CheckedByteCount())
                    throw new ArgumentException($"{value.Length} bytes for a tensor of {CheckedByteCount()}.");
                value.CopyTo(bytes);
            }
        }

        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Float64 => item<double>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.BFloat16 => to_type(ScalarType.Float32, disposeAfter: false).item<float>(),
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int64 => item<long>(),
            var other => throw new NotSupportedException($"A {other} tensor has no scalar here."),
        };

        public T ReadCpuValue<T>(long i)
            where T : unmanaged => data<T>()[i];

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var whole = is_contiguous() && device_type == DeviceType.CPU ? alias() : cpu().contiguous();
            var data = (byte*)Data(whole);
            for (long done = 0, total = whole.ByteCount(); done < total;)
            {
                var count = (int)Math.Min(total - done, StreamBlock);
                stream.Write(new ReadOnlySpan<byte>(data + done, count));
                done += count;
            }
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            var total = CheckedByteCount();
            var data = (byte*)Data(this);
            for (long done = 0; done < total;)
            {
                var count = (int)Math.Min(total - done, StreamBlock);
                stream.ReadExactly(new Span<byte>(data + done, count));
                done += count;
            }
        }

        public static Tensor load(string location) => torch.load(location);

        public void save(string location) => torch.save(this, location);

        // One call a block; a tensor can be larger than a span.
        private const int StreamBlock = 1 << 24;

        private long ByteCount() => NumberOfElements * ElementSize;

        private long CheckedByteCount()
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"The bytes of a tensor on {device} cannot be reached. Copy it to the CPU first, with cpu().");
            if (!is_contiguous())
                throw new InvalidOperationException("The bytes of a tensor that is not contiguous are not in order. Take contiguous() of it first.");
            return ByteCount();
        }

        private static IntPtr Data(Tensor tensor)
        {
            var data = Shim.shim_tensor_data(tensor.Handle);
            return data == IntPtr.Zero && tensor.NumberOfElements > 0 ? Shim.Check(data) : data;
        }

        private void ValidateType(Type type)
        {
            var fits = dtype switch
            {
                ScalarType.ComplexFloat32 => type == typeof((float, float)),
                ScalarType.BFloat16 => type == typeof(ushort),
                var own => own == ScalarTypeOf(type),
            };
            if (!fits)
                throw new ArgumentException($"The elements are {dtype}, not {type.Name}. Convert the tensor first, with to_type().");
        }

        internal static Tensor FromMemory<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> dimensions, ScalarType type)
            where T : unmanaged
        {
            var count = 1L;
            foreach (var length in dimensions)
                count *= length;
            if (count > elements.Length)
                throw new ArgumentException($"The dimensions ask for {count} elements, and the array has {elements.Length}.");
            var tensor = Op.Tensor("empty.memory_format", dimensions, type);
            fixed (T* source = elements)
                Buffer.MemoryCopy(source, (void*)Data(tensor), tensor.ByteCount(), count * sizeof(T));
            return tensor;
        }
    }
}
