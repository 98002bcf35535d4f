using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>
/// The voxels of a layer that has no file of its own, beside a project: slices compressed one by one, so that they are written on all cores and read
/// where they are wanted.
/// </summary>
/// <remarks>
/// Little endian: "VVOXELS1"; depth, height, width as int32; voxel type as int32; 1 where the spacing is calibrated as int32; spacing z, y, x as float64;
/// then for each slice the offset as int64 and the length as int32 of its zlib stream (RFC 1950, whose Adler-32 tells damage).
/// </remarks>
internal static class VoxelFile
{
    /// <summary>The ending of such files.</summary>
    public const string Extension = ".vvoxels";

    private const int HeaderLength = 8 + (5 * 4) + (3 * 8), EntryLength = 12;

    private static ReadOnlySpan<byte> Magic => "VVOXELS1"u8;

    /// <summary>Writes a volume under a temporary name and renames it when it is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shape">Voxels along z, y and x.</param>
    /// <param name="spacing">Distance between voxel centres.</param>
    /// <param name="voxelType">What a voxel is stored as.</param>
    /// <param name="readSlice">Fills a slice; called from several threads.</param>
    /// <param name="progress">Is told the share that is done.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    public static void Write(
        string path, VolumeShape shape, Spacing spacing, VoxelType voxelType, SliceReader readSlice, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                var index = new byte[HeaderLength + (EntryLength * shape.Depth)];
                PutHeader(index, shape, spacing, voxelType);
                file.Write(index);
                WriteSlices(file, index, shape, voxelType, readSlice, progress, cancellationToken);
                file.Position = 0;
                file.Write(index);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Opens such a file; its slices are read when they are asked for. The caller disposes it.</summary>
    /// <exception cref="VolumeReadException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static IVolumeSource Open(string path)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
        try
        {
            var header = new byte[HeaderLength];
            if (RandomAccess.Read(file, header, 0) < HeaderLength || !header.AsSpan(0, 8).SequenceEqual(Magic))
                throw new VolumeReadException(path, "it is no file of voxels of a project.");
            int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8 + (4 * at)));
            double Real(int at) => BinaryPrimitives.ReadDoubleLittleEndian(header.AsSpan(28 + (8 * at)));
            var shape = new VolumeShape(Int(0), Int(1), Int(2));
            var type = (VoxelType)Int(3);
            if (!Enum.IsDefined(type))
                throw new VolumeReadException(path, $"its voxel type {Int(3)} is not known.");
            if (RandomAccess.GetLength(file) < HeaderLength + ((long)EntryLength * shape.Depth))
                throw new VolumeReadException(path, $"it ends within the list of its {shape.Depth} slices.");
            var index = new byte[EntryLength * shape.Depth];
            RandomAccess.Read(file, index, HeaderLength);
            return new Source(path, file, shape, new Spacing(Real(0), Real(1), Real(2), Int(4) == 1), type, index);
        }
        catch (ArgumentException problem)
        {
            file.Dispose();
            throw new VolumeReadException(path, $"its header is damaged: {problem.Message}", problem);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // As many slices at a time as there are cores, then written in their order.
    private static void WriteSlices(FileStream file, byte[] index, VolumeShape shape, VoxelType voxelType, SliceReader readSlice, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var batch = new MemoryStream[Math.Max(1, Math.Min(Environment.ProcessorCount * 2, shape.Depth))];
        var length = checked(shape.SliceLength * voxelType.ByteSize());
        for (var first = 0; first < shape.Depth; first += batch.Length)
        {
            var count = Math.Min(batch.Length, shape.Depth - first);
            var start = first;
            try
            {
                Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, i => batch[i] = Compressed(start + i, length, readSlice));
            }
            catch (AggregateException several)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
            }
            for (var i = 0; i < count; i++)
            {
                var entry = index.AsSpan(HeaderLength + (EntryLength * (first + i)));
                BinaryPrimitives.WriteInt64LittleEndian(entry, file.Position);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], (int)batch[i].Length);
                batch[i].WriteTo(file);
                batch[i].Dispose();
            }
            progress?.Report((first + count) / (double)shape.Depth);
        }
    }

    private static MemoryStream Compressed(int z, int length, SliceReader readSlice)
    {
        var slice = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            readSlice(z, slice.AsSpan(0, length));
            var compressed = new MemoryStream();
            using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
                deflate.Write(slice, 0, length);
            return compressed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(slice);
        }
    }

    private static void PutHeader(Span<byte> header, VolumeShape shape, Spacing spacing, VoxelType voxelType)
    {
        Magic.CopyTo(header);
        ReadOnlySpan<int> whole = [shape.Depth, shape.Height, shape.Width, (int)voxelType, spacing.IsCalibrated ? 1 : 0];
        for (var i = 0; i < whole.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(header[(8 + (4 * i))..], whole[i]);
        ReadOnlySpan<double> real = [spacing.Z, spacing.Y, spacing.X];
        for (var i = 0; i < real.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(header[(28 + (8 * i))..], real[i]);
    }

    private sealed class Source(string path, Microsoft.Win32.SafeHandles.SafeFileHandle file, VolumeShape shape, Spacing spacing, VoxelType voxelType, byte[] index) : IVolumeSource
    {
        public VolumeShape Shape => shape;

        public Spacing Spacing => spacing;

        public VoxelType VoxelType => voxelType;

        public void ReadSlice(int z, Span<byte> destination)
        {
            SourceChecks.SliceIndex(z, shape);
            SourceChecks.SliceLength(shape.SliceLength * voxelType.ByteSize(), destination.Length);
            var entry = index.AsSpan(EntryLength * z, EntryLength);
            var (offset, length) = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[8..]));
            if (offset < HeaderLength || length < 0 || offset + length > RandomAccess.GetLength(file))
                throw new VolumeReadException(path, $"slice {z} is not within the file, which was cut off or damaged.");
            var compressed = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                for (int done = 0, read; done < length; done += read)
                {
                    if ((read = RandomAccess.Read(file, compressed.AsSpan(done, length - done), offset + done)) == 0)
                        throw new VolumeReadException(path, $"the file ends within slice {z}.");
                }
                using var inflate = new ZLibStream(new MemoryStream(compressed, 0, length), CompressionMode.Decompress);
                inflate.ReadExactly(destination);
                // The sum over the slice is checked when its end is read.
                if (inflate.ReadByte() != -1)
                    throw new VolumeReadException(path, $"slice {z} is longer than it should be.");
            }
            catch (Exception problem) when (problem is InvalidDataException or IOException)
            {
                throw new VolumeReadException(path, $"slice {z} is damaged: {problem.Message}", problem);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(compressed);
            }
        }

        public void ReadSlice(int z, Span<float> destination)
        {
            SourceChecks.SliceLength(shape.SliceLength, destination.Length);
            var length = shape.SliceLength * voxelType.ByteSize();
            var slice = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                ReadSlice(z, slice.AsSpan(0, length));
                VoxelConversion.ToSingle(slice.AsSpan(0, length), voxelType, destination);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(slice);
            }
        }

        public void Dispose() => file.Dispose();
    }
}
