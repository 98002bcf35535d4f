namespace VolumeViewer.Sdk.Tests;

/// <summary>A source of labels that has nothing in memory, with the file values 0, 10, 20 …; counts how often each slice is read.</summary>
internal sealed class CountedSource(VolumeShape shape, VoxelType type, int phases) : IVolumeSource
{
    public int[] Reads { get; } = new int[shape.Depth];

    public VolumeShape Shape => shape;

    public Spacing Spacing { get; } = new(0.5, 0.25, 0.125);

    public VoxelType VoxelType => type;

    public static byte LabelAt(int z, int i, int phases) => (byte)(((z * 7) + (i * i / 5)) % phases);

    public void ReadSlice(int z, Span<byte> destination)
    {
        if (type != VoxelType.UInt8)
            throw new NotSupportedException();
        Interlocked.Increment(ref Reads[z]);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = (byte)(10 * LabelAt(z, i, phases));
    }

    public void ReadSlice(int z, Span<float> destination)
    {
        Interlocked.Increment(ref Reads[z]);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = 10 * (((z * 7) + (i * i / 5)) % phases);
    }

    public void Dispose()
    {
    }
}
