using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Transport;

/// <summary>Planes 100 to 139, rows 60 to 104, columns 30 to 77 of the electrode, read once for all tests.</summary>
public sealed class ElectrodePart : IDisposable
{
    public LabelVolume Labels { get; } = Part();

    public void Dispose() => Labels.Dispose();

    private static LabelVolume Part()
    {
        using var source = VolumeFiles.Open(Repository.File("samples/data/taufactor-electrode/electrode.tiff"));
        var shape = new VolumeShape(40, 45, 48);
        var part = new LabelVolume(shape, PhaseTable.Named("pore", "NMC", "CBD"));
        var slice = new byte[source.Shape.SliceLength];
        for (var z = 0; z < shape.Depth; z++)
        {
            source.ReadSlice(z + 100, slice);
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    part.Slice(z)[(y * shape.Width) + x] = (byte)(slice[((y + 60) * source.Shape.Width) + x + 30] / 85);
            }
        }
        return part;
    }
}
