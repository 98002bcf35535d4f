using System.Buffers.Binary;
using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

/// <summary>Puts TIFF files together, byte by byte and without the code that is tested.</summary>
internal sealed record TestTiff
{
    private readonly List<byte> _file = [];

    public bool BigEndian { get; init; }
    public bool Big { get; init; }
    public int Bits { get; init; } = 8;
    public int Kind { get; init; } = 1;
    public int Samples { get; init; } = 1;
    public int Photometric { get; init; } = 1;
    public bool Planar { get; init; }
    public int Compression { get; init; } = 1;
    public int Predictor { get; init; } = 1;
    public int? RowsPerStrip { get; init; }
    public (int Height, int Width)? Tile { get; init; }
    public string? Description { get; init; }
    public bool OneDirectory { get; init; }
    public int? ResolutionUnit { get; init; }
    public (uint Pixels, uint Units)? Resolution { get; init; }
    public int? LinkLastPageTo { get; init; }
    public int ThumbnailPage { get; init; } = -1;
    public Dictionary<int, long> Overrides { get; init; } = [];

    /// <summary>The bytes of a file with these samples, by (z, y, x, channel).</summary>
    public byte[] Build(VolumeShape shape, Func<int, int, int, int, double> sample)
    {
        _file.Clear();
        _file.AddRange(BigEndian ? "MM"u8 : "II"u8);
        if (Big)
        {
            Put(_file, 43, 2);
            Put(_file, 8, 2);
            Put(_file, 0, 2);
        }
        else
        {
            Put(_file, 42, 2);
        }
        var link = _file.Count;
        Put(_file, 0, Pointer);
        var pages = new List<long>();
        for (var z = 0; z < shape.Depth; z++)
        {
            var places = WriteChunks(shape, z, sample);
            if (OneDirectory)
                continue;
            if (_file.Count % 2 == 1)
                _file.Add(0);
            pages.Add(_file.Count);
            Patch(link, _file.Count);
            link = WriteDirectory(shape, z, places);
        }
        if (OneDirectory)
        {
            Patch(link, _file.Count);
            WriteDirectory(shape, 0, [((Big ? 16 : 8), shape.SliceLength * Bits / 8)]);
        }
        else if (LinkLastPageTo is { } page)
        {
            Patch(link, pages[page]);
        }
        return [.. _file];
    }

    public string Write(string path, VolumeShape shape, Func<int, int, int, int, double> sample)
    {
        File.WriteAllBytes(path, Build(shape, sample));
        return path;
    }

    private int Pointer => Big ? 8 : 4;

    private List<(long Offset, long Length)> WriteChunks(VolumeShape shape, int z, Func<int, int, int, int, double> sample)
    {
        var places = new List<(long, long)>();
        var (height, width) = Tile ?? (RowsPerStrip ?? shape.Height, shape.Width);
        for (var plane = 0; plane < (Planar ? Samples : 1); plane++)
        {
            for (var top = 0; top < shape.Height; top += height)
            {
                for (var left = 0; left < shape.Width; left += width)
                {
                    var packed = Pack(Rows(shape, z, sample, plane, top, left, Tile is null ? Math.Min(height, shape.Height - top) : height, width));
                    places.Add((_file.Count, packed.Length));
                    _file.AddRange(packed);
                }
            }
        }
        return places;
    }

    private byte[] Rows(VolumeShape shape, int z, Func<int, int, int, int, double> sample, int plane, int top, int left, int height, int width)
    {
        var rows = new List<byte>();
        for (var y = top; y < top + height; y++)
        {
            var row = new List<ulong>();
            for (var x = left; x < left + width; x++)
            {
                for (var channel = Planar ? plane : 0; channel < (Planar ? plane + 1 : Samples); channel++)
                    row.Add(y < shape.Height && x < shape.Width ? Raw(sample(z, y, x, channel)) : 0);
            }
            rows.AddRange(Row(row));
        }
        return [.. rows];
    }

    private List<byte> Row(List<ulong> samples)
    {
        var step = Planar ? 1 : Samples;
        var bytes = new List<byte>();
        if (Bits < 8)
        {
            var bits = string.Concat(samples.Select(value => Convert.ToString((long)value, 2).PadLeft(Bits, '0')));
            bits = bits.PadRight((bits.Length + 7) / 8 * 8, '0');
            return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        }
        if (Predictor == 2)
            samples = [.. samples.Select((value, i) => i < step ? value : unchecked(value - samples[i - step]))];
        if (Predictor != 3)
        {
            foreach (var value in samples)
                Put(bytes, unchecked((long)value), Bits / 8);
            return bytes;
        }
        for (var place = (Bits / 8) - 1; place >= 0; place--)
            bytes.AddRange(samples.Select(value => (byte)(value >> (place * 8))));
        return [.. bytes.Select((value, i) => i < step ? value : unchecked((byte)(value - bytes[i - step])))];
    }

    private ulong Raw(double value) => (Kind, Bits) switch
    {
        (3, 16) => BitConverter.HalfToUInt16Bits((Half)value),
        (3, 32) => BitConverter.SingleToUInt32Bits((float)value),
        (3, 64) => BitConverter.DoubleToUInt64Bits(value),
        _ => unchecked((ulong)(long)value),
    };

    private byte[] Pack(byte[] raw) => Compression switch
    {
        5 => TestCodecs.Lzw(raw),
        8 or 32946 => TestCodecs.Deflate(raw),
        32773 => TestCodecs.PackBits(raw),
        _ => raw,
    };

    private int WriteDirectory(VolumeShape shape, int z, List<(long Offset, long Length)> places)
    {
        var tags = new SortedDictionary<int, (int Type, byte[] Values)>();
        void Add(int tag, int size, params long[] values)
        {
            var bytes = new List<byte>();
            foreach (var value in Overrides.TryGetValue(tag, out var other) ? [other, .. values.Skip(1)] : values)
                Put(bytes, value, size);
            tags[tag] = (size switch { 2 => 3, 4 => 4, _ => 16 }, [.. bytes]);
        }
        if (z == ThumbnailPage)
            Add(254, 4, 1);
        Add(256, 4, shape.Width);
        Add(257, 4, shape.Height);
        Add(258, 2, [.. Enumerable.Repeat((long)Bits, Samples)]);
        Add(259, 2, Compression);
        Add(262, 2, Photometric);
        if (Description is not null && z == 0)
            tags[270] = (2, [.. Encoding.UTF8.GetBytes(Description), 0]);
        Add(Tile is null ? 273 : 324, Pointer, [.. places.Select(place => place.Offset)]);
        Add(277, 2, Samples);
        if (Tile is var (height, width))
        {
            Add(322, 4, width);
            Add(323, 4, height);
        }
        else
        {
            Add(278, 4, RowsPerStrip ?? shape.Height);
        }
        Add(Tile is null ? 279 : 325, Pointer, [.. places.Select(place => place.Length)]);
        if (Resolution is var (pixels, units))
        {
            var rational = new List<byte>();
            Put(rational, pixels, 4);
            Put(rational, units, 4);
            tags[282] = tags[283] = (5, [.. rational]);
        }
        Add(284, 2, Planar ? 2 : 1);
        if (ResolutionUnit is { } unit)
            Add(296, 2, unit);
        if (Predictor != 1)
            Add(317, 2, Predictor);
        if (Samples == 4)
            Add(338, 2, 2);
        Add(339, 2, [.. Enumerable.Repeat((long)Kind, Samples)]);

        Put(_file, tags.Count, Big ? 8 : 2);
        var values = _file.Count + (tags.Count * (Big ? 20 : 12)) + Pointer;
        var behind = new List<byte>();
        foreach (var (tag, (type, bytes)) in tags)
        {
            Put(_file, tag, 2);
            Put(_file, type, 2);
            Put(_file, bytes.Length / (type switch { 2 => 1, 3 => 2, 4 => 4, _ => 8 }), Pointer);
            if (bytes.Length <= Pointer)
            {
                _file.AddRange(bytes.Concat(new byte[Pointer - bytes.Length]));
                continue;
            }
            Put(_file, values + behind.Count, Pointer);
            behind.AddRange(bytes);
        }
        var link = _file.Count;
        Put(_file, 0, Pointer);
        _file.AddRange(behind);
        return link;
    }

    private void Patch(int at, long value)
    {
        var bytes = new List<byte>();
        Put(bytes, value, Pointer);
        for (var i = 0; i < bytes.Count; i++)
            _file[at + i] = bytes[i];
    }

    private void Put(List<byte> target, long value, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (BigEndian)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            target.AddRange(bytes[(8 - size)..]);
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            target.AddRange(bytes[..size]);
        }
    }
}
