namespace VolumeViewer.Plugins.Formats;

/// <summary>The slices of one TIFF file.</summary>
internal sealed class TiffSource(FileBytes bytes, TiffVolume volume)
    : SliceSource(volume.Shape, volume.Pages[0].Layout.VoxelType, volume.Spacing, volume.Phases)
{
    public override void Dispose() => bytes.Dispose();

    protected override void ReadRaw(int z, Span<byte> destination) => PageDecoder.Read(bytes, volume.Pages[z], destination);
}
