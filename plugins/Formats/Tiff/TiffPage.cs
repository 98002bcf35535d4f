using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Where the voxels of a page lie and how they are packed. All of it was checked against the file.</summary>
/// <remarks>A page is cut into chunks: strips (as wide as the page) or tiles, counted row by row, and for planar pages channel by channel.</remarks>
internal sealed class TiffPage
{
    private readonly long[] _offsets;
    private readonly long[] _byteCounts;

    /// <summary>Reads the layout of a page, and makes sure that all its data are there.</summary>
    /// <exception cref="VolumeReadException">A tag makes no sense, or data lie outside the file.</exception>
    public TiffPage(TiffFile file, TiffDirectory page)
    {
        Number = page.Number;
        IsForeignOrder = file.IsForeignOrder;
        Layout = SampleLayout.Of(page);
        Width = Size(page, TiffTag.ImageWidth, int.MaxValue);
        Height = Size(page, TiffTag.ImageLength, int.MaxValue);
        if (page.Integer(TiffTag.ImageDepth, 1) != 1)
            throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.ImageDepth)} is {page.Integer(TiffTag.ImageDepth)}: pages with depth are not supported.");
        if ((Int128)Width * Height * Layout.VoxelType.ByteSize() > Array.MaxLength)
            throw page.Fault($"its {Height} × {Width} voxels of type {Layout.VoxelType} are more than the {Array.MaxLength} bytes a slice can have.");
        Compression = ReadCompression(page);
        Predictor = ReadPredictor(page);

        IsTiled = page.Has(TiffTag.TileWidth) || page.Has(TiffTag.TileOffsets);
        if (IsTiled)
        {
            ChunkWidth = Size(page, TiffTag.TileWidth, int.MaxValue);
            ChunkHeight = Size(page, TiffTag.TileLength, int.MaxValue);
        }
        else
        {
            ChunkWidth = Width;
            var rows = page.Integer(TiffTag.RowsPerStrip, Height);
            ChunkHeight = rows is > 0 ? (int)Math.Min(rows, Height) : throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.RowsPerStrip)} is {rows}.");
        }
        Across = DivideUp(Width, ChunkWidth);
        Down = DivideUp(Height, ChunkHeight);
        var planes = Layout.Planar ? Layout.Samples : 1;
        var count = (long)Across * Down * planes;
        if (count > file.Bytes.Length)
            throw page.Fault($"it claims to consist of {count} {ChunkName}s, more than the file has bytes.");
        if ((Int128)ChunkHeight * Layout.RowBytes(ChunkWidth) * (Layout.Planar ? Layout.ChannelsUsed : 1) > Array.MaxLength)
            throw page.Fault($"its {ChunkName}s of {ChunkHeight} × {ChunkWidth} voxels are too large to be decoded.");

        _offsets = page.Integers(IsTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets, count);
        _byteCounts = ReadByteCounts(page, count);
        for (var chunk = 0; chunk < count; chunk++)
            CheckChunk(file, page, chunk);
        if (IsOneRun())
        {
            ChunkHeight = Height;
            Down = 1;
            (_offsets, _byteCounts) = ([_offsets[0]], [RawBytes(0)]);
        }
    }

    private TiffPage(TiffPage page, long shift)
    {
        (Number, IsForeignOrder, Layout, Width, Height) = (page.Number, page.IsForeignOrder, page.Layout, page.Width, page.Height);
        (Compression, Predictor, IsTiled, ChunkWidth, ChunkHeight) = (page.Compression, page.Predictor, page.IsTiled, page.ChunkWidth, page.ChunkHeight);
        (Across, Down) = (page.Across, page.Down);
        (_offsets, _byteCounts) = ([page._offsets[0] + shift], page._byteCounts);
    }

    /// <summary>The page, counted from 1.</summary>
    public int Number { get; }

    /// <summary>What the samples are.</summary>
    public SampleLayout Layout { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>How the chunks are packed.</summary>
    public TiffCompression Compression { get; }

    /// <summary>1: none, 2: differences of neighbours, 3: the same over the bytes of floats.</summary>
    public int Predictor { get; }

    /// <summary>Whether chunks are tiles, which are whole even where they stick out of the page.</summary>
    public bool IsTiled { get; }

    /// <summary>Columns of a chunk.</summary>
    public int ChunkWidth { get; }

    /// <summary>Rows of a chunk; the last strip may have fewer.</summary>
    public int ChunkHeight { get; }

    /// <summary>Chunks side by side.</summary>
    public int Across { get; }

    /// <summary>Chunks one above the other.</summary>
    public int Down { get; }

    /// <summary>Whether the byte order has to be turned round.</summary>
    public bool IsForeignOrder { get; }

    /// <summary>Whether the page lies in the file as one uncompressed piece.</summary>
    public bool IsContiguous => _offsets.Length == 1 && Compression == TiffCompression.None && !IsTiled;

    /// <summary>How many chunks there are, for checks of the whole file.</summary>
    public int ChunkCount => _offsets.Length;

    /// <summary>"strip" or "tile".</summary>
    public string ChunkName => IsTiled ? "tile" : "strip";

    /// <summary>Rows that a chunk holds.</summary>
    public int RowsOf(int chunkRow) => IsTiled ? ChunkHeight : Math.Min(ChunkHeight, Height - (chunkRow * ChunkHeight));

    /// <summary>Number of the chunk at a place, for one channel of a planar page.</summary>
    public int ChunkAt(int row, int column, int plane) => (((plane * Down) + row) * Across) + column;

    /// <summary>Where a chunk lies in the file, and how many bytes it has there.</summary>
    public (long Offset, long ByteCount) Place(int chunk) => (_offsets[chunk], _byteCounts[chunk]);

    /// <summary>For a contiguous page: where its data begin, and their bytes.</summary>
    public (long Offset, long ByteCount) Run => (_offsets[0], _byteCounts[0]);

    /// <summary>A contiguous page like this one whose data lie further on in the file.</summary>
    public TiffPage Shifted(long bytes) => new(this, bytes);

    /// <summary>Whether two pages can be slices of one volume.</summary>
    public bool IsLike(TiffPage other) => Width == other.Width && Height == other.Height && Layout.VoxelType == other.Layout.VoxelType;

    /// <summary>For example "100 × 120 voxels of type UInt16".</summary>
    public override string ToString() => $"{Height} × {Width} voxels of type {Layout.VoxelType}";

    private static int DivideUp(int a, int b) => (int)(((long)a + b - 1) / b);

    private static int Size(TiffDirectory page, TiffTag tag, int largest)
    {
        var value = page.Integer(tag);
        return value is > 0 && value <= largest ? (int)value : throw page.Fault($"the tag {TiffDirectory.Name(tag)} is {value}; it must be 1 to {largest}.");
    }

    private static TiffCompression ReadCompression(TiffDirectory page)
    {
        var value = page.Integer(TiffTag.Compression, 1);
        var compression = (TiffCompression)(int)Math.Clamp(value, 0, int.MaxValue);
        return Enum.IsDefined(compression) ? compression : throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.Compression)} is {value} "
            + $"({TiffCompressions.Describe(value)}), which is not supported. Save it uncompressed or with LZW, deflate or PackBits.");
    }

    private int ReadPredictor(TiffDirectory page)
    {
        if (Compression is TiffCompression.None or TiffCompression.PackBits)
            return 1;
        var predictor = page.Integer(TiffTag.Predictor, 1);
        var isSupported = predictor == 1 || (predictor == 2 && Layout.Bits >= 8) || (predictor == 3 && Layout.Kind == SampleKind.Float);
        return isSupported ? (int)predictor : throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.Predictor)} is {predictor}, which is not supported for "
            + $"samples of {Layout.Bits} bits of the kind {Layout.Kind}.");
    }

    private long[] ReadByteCounts(TiffDirectory page, long count)
    {
        var tag = IsTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts;
        var counts = page.Has(tag) || Compression != TiffCompression.None ? page.Integers(tag, count) : new long[count];
        if (Compression == TiffCompression.None)
        {
            // Some writers leave the counts out or 0, or count padding, where the sizes say what is needed.
            for (var chunk = 0; chunk < counts.Length; chunk++)
                counts[chunk] = counts[chunk] == 0 ? RawBytes(chunk) : Math.Min(counts[chunk], RawBytes(chunk));
        }
        return counts;
    }

    private long RawBytes(int chunk) => RowsOf(chunk / Across % Down) * Layout.RowBytes(ChunkWidth);

    private void CheckChunk(TiffFile file, TiffDirectory page, int chunk)
    {
        var (offset, byteCount) = Place(chunk);
        if (!file.Bytes.Contains(offset, byteCount))
            throw page.Fault($"{ChunkName} {chunk} has {byteCount} bytes at byte {offset}, but the file ends at byte {file.Bytes.Length}. "
                + "It was cut off, perhaps by a broken copy.");
        var raw = RawBytes(chunk);
        // Sizes are believed only as far as the data can fill them, so that a damaged number never asks for all the memory there is.
        var possible = Compression == TiffCompression.None ? byteCount : (Int128)(byteCount + 1) * Compression.MaxRatio();
        if (raw > possible)
            throw page.Fault($"{ChunkName} {chunk} at byte {offset} has {byteCount} bytes, too few for its {raw} bytes of voxels"
                + (Compression == TiffCompression.None ? "." : $" even when compressed with {Compression}."));
    }

    // Uncompressed strips mostly lie one behind the other, and can then be taken for one.
    private bool IsOneRun()
    {
        if (Compression != TiffCompression.None || IsTiled || Layout.Planar)
            return false;
        for (var chunk = 0; chunk + 1 < _offsets.Length; chunk++)
        {
            if (_offsets[chunk] + RawBytes(chunk) != _offsets[chunk + 1])
                return false;
        }
        return true;
    }
}
