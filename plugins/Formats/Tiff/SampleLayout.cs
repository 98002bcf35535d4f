using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Values of the tag SampleFormat.</summary>
internal enum SampleKind
{
    Unsigned = 1,
    Signed = 2,
    Float = 3,
}

/// <summary>How samples are stored in a page, and what becomes of them.</summary>
/// <param name="Kind">What a sample is.</param>
/// <param name="Bits">Bits of a sample.</param>
/// <param name="Samples">Samples per pixel, with the channels that are left out.</param>
/// <param name="Planar">Whether each channel lies by itself.</param>
/// <param name="IsColor">Whether the first three samples are red, green and blue.</param>
/// <param name="IsInverted">Whether the largest value is black.</param>
internal sealed record SampleLayout(SampleKind Kind, int Bits, int Samples, bool Planar, bool IsColor, bool IsInverted)
{
    /// <summary>What a voxel becomes.</summary>
    public VoxelType VoxelType { get; } = (Kind, Bits) switch
    {
        (SampleKind.Unsigned, <= 8) => VoxelType.UInt8,
        (SampleKind.Unsigned, 16) => VoxelType.UInt16,
        (SampleKind.Unsigned, _) => VoxelType.UInt32,
        (SampleKind.Signed, <= 16) => VoxelType.Int16,
        (SampleKind.Signed, _) => VoxelType.Int32,
        (SampleKind.Float, <= 32) => VoxelType.Float32,
        _ => VoxelType.Float64,
    };

    /// <summary>Whether the stored samples are the voxels, but for the byte order.</summary>
    public bool IsPlain => Samples == 1 && !IsInverted && Bits == VoxelType.ByteSize() * 8;

    /// <summary>Channels that are read: three for colours, else the first.</summary>
    public int ChannelsUsed => IsColor ? 3 : 1;

    /// <summary>Samples that lie together for each pixel.</summary>
    public int SamplesTogether => Planar ? 1 : Samples;

    /// <summary>Bytes of a stored row of one chunk; rows begin at whole bytes.</summary>
    public long RowBytes(long width) => ((width * SamplesTogether * Bits) + 7) / 8;

    /// <exception cref="VolumeReadException">The samples are of a kind that is not supported.</exception>
    public static SampleLayout Of(TiffDirectory page)
    {
        var samples = page.Integer(TiffTag.SamplesPerPixel, 1);
        if (samples is < 1 or > ushort.MaxValue)
            throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.SamplesPerPixel)} is {samples}.");
        var photometric = page.Integer(TiffTag.PhotometricInterpretation, 1);
        if (photometric is not (0 or 1 or 2 or 3))
            throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.PhotometricInterpretation)} is {photometric}, where grey (0, 1), RGB (2) and palette (3) "
                + "are supported. Save it as a grey image.");
        var isColor = photometric == 2;
        if (isColor && samples < 3)
            throw page.Fault($"it says that it is RGB but has {samples} samples per pixel.");
        if (!isColor && samples > 1 && !IsAlpha(page, samples))
            throw page.Fault($"it has {samples} channels that are neither RGB nor transparency. Save the channel you want as a grey image.");
        var bits = Common(page, TiffTag.BitsPerSample, samples, 1);
        var kind = Common(page, TiffTag.SampleFormat, samples, 1);
        // 4 means "undefined", and the samples are then numbers as everywhere else.
        kind = kind == 4 ? 1 : kind;
        var isSupported = (kind, bits) is (1, 1 or 2 or 4 or 8 or 16 or 32) or (2, 8 or 16 or 32) or (3, 16 or 32 or 64);
        if (!isSupported || (bits < 8 && samples > 1) || (isColor && (kind, bits) is (2, 8) or (3, 16)))
            throw page.Fault($"it has {samples} sample(s) of {bits} bits of the kind {Describe(kind)}. Supported are integers of 8, 16 and 32 bits "
                + "and floats of 32 and 64 bits; convert it to one of these.");
        if (page.Integer(TiffTag.FillOrder, 1) != 1)
            throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.FillOrder)} is {page.Integer(TiffTag.FillOrder)}: "
                + "bytes with reversed bits are not supported.");
        var planar = page.Integer(TiffTag.PlanarConfiguration, 1);
        if (planar is not (1 or 2))
            throw page.Fault($"the tag {TiffDirectory.Name(TiffTag.PlanarConfiguration)} is {planar}; it can be 1 or 2.");
        // The entries of a palette colour the values, which are most often labels; the values themselves are what is wanted.
        return new SampleLayout((SampleKind)kind, (int)bits, (int)samples, planar == 2 && samples > 1, isColor, photometric == 0 && kind == 1);
    }

    private static bool IsAlpha(TiffDirectory page, long samples) =>
        samples == 2 && page.Has(TiffTag.ExtraSamples) && page.Integer(TiffTag.ExtraSamples) is 1 or 2;

    private static long Common(TiffDirectory page, TiffTag tag, long samples, long whenMissing)
    {
        if (!page.Has(tag))
            return whenMissing;
        // Some programs give one value for all samples.
        var all = page.Integers(tag, Math.Min(samples, page.CountOf(tag)));
        if (all.Length == 0 || all.Any(value => value != all[0]))
            throw page.Fault($"the tag {TiffDirectory.Name(tag)} has the values [{string.Join(", ", all.Take(8))}]; "
                + "it must be the same for every channel.");
        return all[0];
    }

    private static string Describe(long kind) => kind switch
    {
        1 => "unsigned integer",
        2 => "signed integer",
        3 => "float",
        5 or 6 => "complex",
        _ => kind.ToString(),
    };
}
