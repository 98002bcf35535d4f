using TorchSharp.Utils;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => throw new NotSupportedException($"There is no element type {type}."),
    };

    /// <summary>Type, number of dimensions, their lengths (each LEB128), then the elements in order.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var length in shape)
            writer.Encode(length);
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
        stream.Flush();
    }

    public static void Save(this torch.Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Fills a tensor of the saved type and shape.</summary>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: the file has {type}, the model {tensor.dtype}.");
        ReadInto(tensor, shape, reader, skip);
    }

    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        torch.Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        tensor ??= skip ? torch.zeros(shape, dtype: type) : torch.empty(shape, dtype: type);
        ReadInto(tensor, shape, reader, skip);
    }

    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    public static Half ToHalf(this torch.Tensor value) => value.ToScalar().ToHalf();

    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, length) => product * length);

    private static (torch.ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (torch.ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.Decode();
        return (type, shape);
    }

    private static void ReadInto(torch.Tensor tensor, long[] shape, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            reader.BaseStream.Seek(tensor.NumberOfElements * tensor.ElementSize, SeekOrigin.Current);
            return;
        }
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException($"Mismatched tensor shape while loading: the file has [{string.Join(", ", shape)}], "
                + $"the model [{string.Join(", ", tensor.shape)}].");
        }
        using var untracked = torch.no_grad();
        if (tensor.device_type == DeviceType.CPU && tensor.is_contiguous())
        {
            tensor.ReadBytesFromStream(reader.BaseStream);
            return;
        }
        using var here = torch.empty(shape, dtype: tensor.dtype);
        here.ReadBytesFromStream(reader.BaseStream);
        tensor.copy_(here);
    }
}
