using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Writes a TIFF file: header, the data of all pages, and then all directories side by side, where readers find them quickly.</summary>
/// <remarks>All numbers are in this machine's byte order, which the header names; so voxels are written as they come.</remarks>
internal sealed class TiffStream
{
    private const int Deflate = (int)TiffCompression.Deflate;

    private readonly SafeFileHandle _handle;
    private readonly bool _isBig;
    private readonly IVolumeSource _volume;
    private readonly string? _description;
    private readonly List<(long Offset, long Length)[]> _pages = [];
    private long _position;

    public TiffStream(SafeFileHandle handle, bool isBig, IVolumeSource volume, string? description)
    {
        (_handle, _isBig, _volume, _description) = (handle, isBig, volume, description);
        _position = isBig ? 16 : 8;
    }

    /// <summary>Whether a file with this volume could get too long for offsets of four bytes.</summary>
    public static bool MayExceedClassic(IVolumeSource volume)
    {
        // Noise grows when it is packed, by an eighth at most; and each strip takes some bytes in the tables.
        var raw = volume.Shape.VoxelCount * volume.VoxelType.ByteSize();
        return raw + (raw / 8) + (volume.Shape.Depth * 4096L) > uint.MaxValue;
    }

    /// <summary>Writes the data of the next page.</summary>
    public void Append(CompressedSlice slice)
    {
        var strips = new List<(long Offset, long Length)>();
        foreach (var strip in slice.Strips)
        {
            strips.Add((_position, strip.Length));
            RandomAccess.Write(_handle, strip.Span, _position);
            _position += strip.Length;
        }
        _pages.Add([.. strips]);
    }

    /// <summary>Writes the directories, and the header that leads to them.</summary>
    public void Finish()
    {
        // Words must begin at even places.
        _position += _position % 2;
        var first = _position;
        for (var page = 0; page < _pages.Count; page++)
        {
            var directory = new TiffDirectoryBuilder(_isBig);
            Describe(directory, page);
            var bytes = directory.Build(_position, isLast: page == _pages.Count - 1);
            RandomAccess.Write(_handle, bytes, _position);
            _position += bytes.Length;
        }
        if (!_isBig && _position > uint.MaxValue)
            throw new UserException($"The file has {_position} bytes, more than the {uint.MaxValue} that TIFF without 64-bit offsets can have. "
                + "Write it as BigTIFF.");
        WriteHeader(first);
    }

    private void Describe(TiffDirectoryBuilder directory, int page)
    {
        var type = _volume.VoxelType;
        directory.Add(TiffTag.ImageWidth, TiffType.Long, _volume.Shape.Width);
        directory.Add(TiffTag.ImageLength, TiffType.Long, _volume.Shape.Height);
        directory.Add(TiffTag.BitsPerSample, TiffType.Short, type.ByteSize() * 8);
        directory.Add(TiffTag.Compression, TiffType.Short, Deflate);
        directory.Add(TiffTag.PhotometricInterpretation, TiffType.Short, 1);
        if (page == 0 && _description is not null)
            directory.Add(TiffTag.ImageDescription, TiffType.Ascii, Encoding.ASCII.GetBytes(_description + "\0"));
        var offsets = _isBig ? TiffType.Long8 : TiffType.Long;
        directory.Add(TiffTag.StripOffsets, offsets, [.. _pages[page].Select(strip => strip.Offset)]);
        directory.Add(TiffTag.SamplesPerPixel, TiffType.Short, 1);
        directory.Add(TiffTag.RowsPerStrip, TiffType.Long, CompressedSlice.RowsPerStrip(_volume));
        directory.Add(TiffTag.StripByteCounts, offsets, [.. _pages[page].Select(strip => strip.Length)]);
        if (_volume.Spacing != Spacing.Uncalibrated)
        {
            directory.Add(TiffTag.XResolution, TiffType.Rational, PerUnit(_volume.Spacing.X));
            directory.Add(TiffTag.YResolution, TiffType.Rational, PerUnit(_volume.Spacing.Y));
            // 1: the unit is none that TIFF knows; it stands in the description.
            directory.Add(TiffTag.ResolutionUnit, TiffType.Short, 1);
        }
        directory.Add(TiffTag.Software, TiffType.Ascii, "VolumeViewer\0"u8.ToArray());
        directory.Add(TiffTag.SampleFormat, TiffType.Short, (int)KindOf(type));
    }

    private static SampleKind KindOf(VoxelType type) => type switch
    {
        VoxelType.UInt8 or VoxelType.UInt16 or VoxelType.UInt32 => SampleKind.Unsigned,
        VoxelType.Int16 or VoxelType.Int32 => SampleKind.Signed,
        _ => SampleKind.Float,
    };

    private static byte[] PerUnit(double length)
    {
        var (numerator, denominator) = Fraction.Nearest(length);
        // Resolution is voxels per unit of length, the inverse of what was asked for.
        return MemoryMarshal.AsBytes<uint>([denominator, numerator]).ToArray();
    }

    private void WriteHeader(long first)
    {
        Span<byte> header = stackalloc byte[_isBig ? 16 : 8];
        (BitConverter.IsLittleEndian ? "II"u8 : "MM"u8).CopyTo(header);
        MemoryMarshal.Write(header[2..], (ushort)(_isBig ? 43 : 42));
        if (_isBig)
        {
            MemoryMarshal.Write(header[4..], (ushort)8);
            MemoryMarshal.Write(header[6..], (ushort)0);
            MemoryMarshal.Write(header[8..], first);
        }
        else
        {
            MemoryMarshal.Write(header[4..], (uint)first);
        }
        RandomAccess.Write(_handle, header, 0);
    }
}
