using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Turns the fields of a solution back into volumes.</summary>
internal static class TransportLayers
{
    /// <summary>The layers asked for, with the flux in units of the straight flux through conductivity 1.</summary>
    public static IEnumerable<ImageLayer> Of(string name, OrientedLabels labels, ITransportFields fields, double unit, TransportLayerChoice choice,
        CancellationToken cancellationToken)
    {
        if (choice == TransportLayerChoice.None)
            yield break;
        yield return Layer($"{name}, concentration", Volume(labels, fields, fields.Concentration, cancellationToken));
        if (choice == TransportLayerChoice.Concentration)
            yield break;
        double[] scales = [unit * labels.Depth, unit * labels.Depth * labels.StepY / labels.Step, unit * labels.Depth * labels.StepX / labels.Step];
        yield return Layer($"{name}, flux", Volume(labels, fields, (z, y, row) => Size(fields, scales, z, y, row), cancellationToken));
        for (var axis = 0; axis < 3 && choice == TransportLayerChoice.Vector; axis++)
        {
            var along = axis;
            yield return Layer($"{name}, flux along {labels.VolumeAxis(axis).ToString().ToLowerInvariant()}",
                Volume(labels, fields, (z, y, row) => fields.Flux(z, y, along, scales[along], row), cancellationToken));
        }
    }

    private static ImageLayer Layer(string name, Volume<float> volume) =>
        new(name, volume) { Colormap = Colormap.BuiltIn.FirstOrDefault(map => map.Id == "magma") ?? Colormap.Gray };

    private delegate void FillRow(int z, int y, Span<float> row);

    private static void Size(ITransportFields fields, double[] scales, int z, int y, Span<float> row)
    {
        var part = new float[row.Length];
        row.Clear();
        for (var axis = 0; axis < 3; axis++)
        {
            fields.Flux(z, y, axis, scales[axis], part);
            for (var x = 0; x < row.Length; x++)
                row[x] += part[x] * part[x];
        }
        for (var x = 0; x < row.Length; x++)
            row[x] = MathF.Sqrt(row[x]);
    }

    private static Volume<float> Volume(OrientedLabels labels, ITransportFields fields, FillRow fill, CancellationToken cancellationToken)
    {
        var shape = labels.Axis switch
        {
            Axis.Z => new VolumeShape(labels.Depth, labels.Height, labels.Width),
            Axis.Y => new VolumeShape(labels.Height, labels.Depth, labels.Width),
            _ => new VolumeShape(labels.Height, labels.Width, labels.Depth),
        };
        var volume = new Volume<float>(shape, labels.Spacing);
        var grid = fields.Grid;
        Parallel.For(0, shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, z =>
        {
            var slice = volume.Slice(z);
            var column = new float[grid.Width];
            for (var other = 0; other < (labels.Axis == Axis.X ? shape.Width : shape.Height); other++)
            {
                if (labels.Axis == Axis.X)
                {
                    fill(other, z, column);
                    for (var y = 0; y < column.Length; y++)
                        slice[(y * shape.Width) + other] = column[y];
                }
                else
                {
                    var (plane, row) = labels.Axis == Axis.Z ? (z, other) : (other, z);
                    fill(plane, row, slice.Slice(other * shape.Width, shape.Width));
                }
            }
        });
        return volume;
    }
}
