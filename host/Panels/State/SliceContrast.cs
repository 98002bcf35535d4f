using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Contrast limits measured in the slice that is seen.</summary>
internal static class SliceContrast
{
    // More rows tell percentiles no better, and each is a slice to read where the slice runs across z.
    private const int MostRows = 256;

    /// <summary>The axis across which the slice lies that a layout shows; z where it shows several.</summary>
    public static Axis AxisOf(ViewLayout layout) => layout switch { ViewLayout.SliceY => Axis.Y, ViewLayout.SliceX => Axis.X, _ => Axis.Z };

    /// <summary>Measures in the background, and sets the limits when that is done.</summary>
    public static void Measure(Workbench bench, ImageLayer layer, Axis axis)
    {
        var index = bench.Viewer.Cursor.VoxelIndex(axis, layer);
        if (index < 0 || index >= layer.Shape.Along(axis))
        {
            bench.Notices.Tell($"The slice does not meet '{layer.Name}'.");
            return;
        }
        bench.InBackground(() =>
        {
            using var slice = SliceOf(layer.Volume, axis, index);
            var limits = ContrastLimits.Auto(IntensityStatistics.Measure(slice));
            bench.Post(() =>
            {
                if (bench.Viewer.Layers.Contains(layer))
                    layer.ContrastLimits = limits;
            });
        });
    }

    /// <summary>The voxels of one slice as a volume of its own; of slices across y and x evenly chosen rows, where there are many.</summary>
    public static Volume<float> SliceOf(IVolumeSource source, Axis axis, int index)
    {
        var shape = source.Shape;
        var whole = new float[shape.SliceLength];
        if (axis == Axis.Z)
        {
            var slice = new Volume<float>(new VolumeShape(1, shape.Height, shape.Width), source.Spacing);
            source.ReadSlice(index, slice.Slice(0));
            return slice;
        }
        var rows = Math.Min(shape.Depth, MostRows);
        var width = axis == Axis.Y ? shape.Width : shape.Height;
        var across = new Volume<float>(new VolumeShape(1, rows, width), source.Spacing);
        for (var row = 0; row < rows; row++)
        {
            source.ReadSlice((int)((row + 0.5) * shape.Depth / rows), whole);
            var target = across.Slice(0).Slice(row * width, width);
            for (var x = 0; x < width; x++)
                target[x] = axis == Axis.Y ? whole[(index * shape.Width) + x] : whole[(x * shape.Width) + index];
        }
        return across;
    }
}
