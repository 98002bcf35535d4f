using System.Collections;
using TorchSharp.Interop;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a CPU tensor's elements in the order of its indices, whatever its strides.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;
    private readonly T* _data;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException($"The elements of a tensor on {tensor.device} cannot be read. Copy it to the CPU first, with cpu().");
        _tensor = tensor;
        (_shape, _strides, _contiguous) = (tensor.shape, tensor.stride(), tensor.is_contiguous());
        Count = tensor.numel();
        _data = (T*)Shim.shim_tensor_data(tensor.Handle);
        if (_data == null && Count > 0)
            Shim.Throw();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => _data[Offset(indices)];
        set => _data[Offset(indices)] = value;
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Equals(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !left.Equals(right);

    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>An array of as many dimensions as the tensor has; one element for a tensor of none.</summary>
    public Array ToNDArray()
    {
        if (_shape.Length < 2)
            return ToArray();
        var result = Array.CreateInstance(typeof(T), _shape);
        var index = new long[_shape.Length];
        for (var i = 0L; i < Count; i++)
        {
            var rest = i;
            for (var d = _shape.Length - 1; d >= 0; d--)
                rest = Math.DivRem(rest, _shape[d], out index[d]);
            result.SetValue(_data[OffsetOf(i)], index);
        }
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Math.Max(0, Count - tensorIndex));
        if (_contiguous)
        {
            new ReadOnlySpan<T>(_data + tensorIndex, count).CopyTo(target);
            return;
        }
        for (var i = 0; i < count; i++)
            target[i] = _data[OffsetOf(tensorIndex + i)];
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Math.Max(0, Count - tensorIndex));
        if (_contiguous)
        {
            source[..count].CopyTo(new Span<T>(_data + tensorIndex, count));
            return;
        }
        for (var i = 0; i < count; i++)
            _data[OffsetOf(tensorIndex + i)] = source[i];
    }

    public override bool Equals(object? obj)
    {
        if (obj is not TensorAccessor<T> other || Count != other.Count)
            return false;
        for (var i = 0L; i < Count; i++)
        {
            if (!_data[OffsetOf(i)].Equals(other._data[other.OffsetOf(i)]))
                return false;
        }
        return true;
    }

    public override int GetHashCode() => HashCode.Combine((IntPtr)_data, Count);

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
            yield return ElementAt(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The tensor stays its owner's.</summary>
    public void Dispose() => GC.KeepAlive(_tensor);

    private T ElementAt(long position) => _data[OffsetOf(position)];

    private long Offset(long[] indices)
    {
        // One index into a tensor of many dimensions counts its elements through.
        if (indices.Length == 1 && _shape.Length != 1)
            return OffsetOf(indices[0]);
        if (indices.Length != _shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor of {_shape.Length} dimensions.");
        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= _shape[i])
                throw new IndexOutOfRangeException($"Index {indices[i]} in dimension {i}, which has the length {_shape[i]}.");
            offset += indices[i] * _strides[i];
        }
        return offset;
    }

    private long OffsetOf(long position)
    {
        if (position < 0 || position >= Count)
            throw new IndexOutOfRangeException($"Index {position} in a tensor of {Count} elements.");
        if (_contiguous)
            return position;
        var offset = 0L;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            position = Math.DivRem(position, _shape[d], out var index);
            offset += index * _strides[d];
        }
        return offset;
    }
}
