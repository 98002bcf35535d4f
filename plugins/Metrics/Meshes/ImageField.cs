using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>The grey values of a volume; what is no number counts as far below everything.</summary>
internal sealed class ImageField(IVolumeSource volume) : IField
{
    public VolumeShape Shape => volume.Shape;

    public Spacing Spacing => volume.Spacing;

    public void Read(int z, Span<float> destination)
    {
        volume.ReadSlice(z, destination);
        for (var index = 0; index < destination.Length; index++)
        {
            if (float.IsNaN(destination[index]))
                destination[index] = float.MinValue / 4;
        }
    }
}
