using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>A source that waits before every slice, and can be made to fail.</summary>
internal sealed class GatedSource(IVolumeSource inner, ManualResetEventSlim gate) : IVolumeSource
{
    public Exception? Failure { get; set; }

    public VolumeShape Shape => inner.Shape;

    public Spacing Spacing => inner.Spacing;

    public VoxelType VoxelType => inner.VoxelType;

    public void ReadSlice(int z, Span<byte> destination)
    {
        Pass();
        inner.ReadSlice(z, destination);
    }

    public void ReadSlice(int z, Span<float> destination)
    {
        Pass();
        inner.ReadSlice(z, destination);
    }

    public void Dispose() => inner.Dispose();

    private void Pass()
    {
        gate.Wait();
        if (Failure is { } failure)
            throw failure;
    }
}
