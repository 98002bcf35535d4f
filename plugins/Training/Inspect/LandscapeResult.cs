using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>A loss landscape as layers, a table and curves.</summary>
internal static class LandscapeResult
{
    internal static OperationResult Of(string network, LandscapeParameters parameters, float[] losses, float[] accuracies)
    {
        var count = parameters.Points;
        var centre = losses.Length / 2;
        var table = new Table("Landscape", new TableColumn("Along", Format: "0.000"), new TableColumn("Across", Format: "0.000"), new TableColumn("Loss", Format: "G5"),
            new TableColumn("Accuracy"));
        for (var point = 0; point < losses.Length; point++)
            table.Add(LossLandscape.At(point % count, parameters), LossLandscape.At(point / count, parameters), losses[point], accuracies[point]);
        var summary = new Table("Loss landscape", new TableColumn("Loss of the network", Format: "G5"), new TableColumn("Least loss", Format: "G5"),
            new TableColumn("Greatest loss", Format: "G5"), new TableColumn("Accuracy of the network"), new TableColumn("Points with less loss"))
            .Add(losses[centre], losses.Min(), losses.Max(), accuracies[centre], losses.Count(loss => loss < losses[centre]));
        double[] places = [.. Enumerable.Range(0, count).Select(index => LossLandscape.At(index, parameters))];
        var middle = count / 2;
        return new OperationResult
        {
            Layers =
            [
                Plane($"loss around {network}", losses, count, parameters, true), Plane($"accuracy around {network}", accuracies, count, parameters, false),
                Surface(network, losses, count, parameters),
            ],
            Tables = [summary, table],
            Plots =
            [
                new Plot("Loss through the trained network", "distance", "loss",
                [
                    new PlotSeries("along", places, [.. Enumerable.Range(0, count).Select(x => (double)losses[(middle * count) + x])]),
                    new PlotSeries("across", places, [.. Enumerable.Range(0, count).Select(y => (double)losses[(y * count) + middle])]),
                ]),
            ],
        };
    }

    private static ImageLayer Plane(string name, float[] values, int count, LandscapeParameters parameters, bool visible)
    {
        var volume = new Volume<float>(new VolumeShape(1, count, count));
        values.CopyTo(volume.Slice(0));
        return new ImageLayer(name, volume) { Origin = Origin(parameters), Visible = visible, Colormap = Colormap.BuiltIn.First(map => map.Id == "viridis") };
    }

    /// <summary>The logarithm of the loss as a height: a volume that is above 0 below the surface and falls by 1 with each voxel of z.</summary>
    private static ImageLayer Surface(string network, float[] losses, int count, LandscapeParameters parameters)
    {
        double[] heights = [.. losses.Select(loss => Math.Log(Math.Max(loss, 1e-6f)))];
        var finite = heights.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (least, range) = (finite.Min(), Math.Max(finite.Max() - finite.Min(), 1e-9));
        var volume = new Volume<float>(new VolumeShape(count + 2, count, count));
        for (var z = 0; z < volume.Shape.Depth; z++)
        {
            var slice = volume.Slice(z);
            for (var i = 0; i < slice.Length; i++)
            {
                var height = double.IsFinite(heights[i]) ? (heights[i] - least) / range : 1;
                slice[i] = (float)(0.5 + (height * count) - z);
            }
        }
        return new ImageLayer($"loss surface around {network}", volume) { Origin = Origin(parameters), RenderMode = ImageRenderMode.Isosurface, Isovalue = 0 };
    }

    private static string Origin(LandscapeParameters parameters) => $"inspect.loss-landscape of {parameters.Model}";
}
