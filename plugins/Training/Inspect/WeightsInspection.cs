using TorchSharp.Modules;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The operation inspect.weights: what the layers of a network have learned.</summary>
internal static class WeightsInspection
{
    internal static OperationResult Run(OperationContext context, WeightsParameters parameters)
    {
        using var model = InspectedModel.Open(parameters.Model, parameters.Weights, context.Contributions, parameters.Device);
        var table = new Table("Weights", new TableColumn("Layer"), new TableColumn("Shape"), new TableColumn("Weights"), new TableColumn("Mean", Format: "G4"),
            new TableColumn("Deviation", Format: "G4"), new TableColumn("Least", Format: "G4"), new TableColumn("Greatest", Format: "G4"), new TableColumn("Norm", Format: "G4"));
        var stages = new Table("Stages", new TableColumn("Stage"), new TableColumn("Weights"), new TableColumn("Norm", Format: "G4"));
        var (plots, layers) = (new List<Plot>(), new List<Layer>());
        var chosen = InspectedModel.Choose(model.Network, parameters.Layer);
        for (var i = 0; i < chosen.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var (stage, module) = chosen[i];
            var series = new List<PlotSeries>();
            var (count, squares) = (0L, 0.0);
            foreach (var (name, parameter) in module.named_parameters())
            {
                var path = $"{stage}.{InspectedModel.Plain(name)}";
                var values = InspectedModel.Values(parameter);
                var facts = ChannelStatistics.Of(values);
                table.Add(path, string.Join(" × ", parameter.shape), parameter.numel(), facts.Mean, facts.Deviation, facts.Least, facts.Greatest, facts.Norm);
                (count, squares) = (count + values.Length, squares + (facts.Norm * facts.Norm));
                if (parameter.dim() < 3)
                    continue;
                series.Add(Histogram(path, values, facts, parameters.Bins));
                if (parameters.Kernels)
                    layers.Add(Kernels(path, parameter, values, parameters.Model));
            }
            stages.Add(stage, count, Math.Sqrt(squares));
            if (series.Count > 0)
                plots.Add(new Plot($"Weights of {stage}", "weight", "share of the weights per unit", series));
            context.Job.Report(new JobProgress((i + 1.0) / chosen.Count, stage));
        }
        return new OperationResult { Layers = layers, Tables = [stages, table], Plots = plots };
    }

    private static PlotSeries Histogram(string name, float[] values, ChannelStatistics facts, int bins)
    {
        var width = Math.Max((facts.Greatest - facts.Least) / bins, 1e-12);
        var counts = new long[bins];
        foreach (var value in values)
            counts[Math.Clamp((int)((value - facts.Least) / width), 0, bins - 1)]++;
        return new PlotSeries(name, [.. Enumerable.Range(0, bins).Select(bin => facts.Least + ((bin + 0.5) * width))],
            [.. counts.Select(count => count / (values.Length * width))]);
    }

    /// <summary>
    /// z is the first axis of the weights. The others, (channels, rows, columns) or (channels, depth, rows, columns), are tiles in a rectangle about as high
    /// as wide, one voxel of 0 apart; each slice of a kernel in depth is a tile of its own.
    /// </summary>
    private static ImageLayer Kernels(string name, Parameter parameter, float[] values, string model)
    {
        var shape = parameter.shape;
        var (rows, columns) = ((int)shape[^2], (int)shape[^1]);
        var tiles = (int)(parameter.numel() / (shape[0] * rows * columns));
        var across = (int)Math.Ceiling(Math.Sqrt(tiles));
        var down = (tiles + across - 1) / across;
        var volume = new Volume<float>(new VolumeShape((int)shape[0], (down * (rows + 1)) - 1, (across * (columns + 1)) - 1));
        for (var z = 0; z < volume.Shape.Depth; z++)
        {
            var slice = volume.Slice(z);
            for (var tile = 0; tile < tiles; tile++)
            {
                for (var y = 0; y < rows; y++)
                {
                    values.AsSpan((((((z * tiles) + tile) * rows) + y) * columns), columns)
                        .CopyTo(slice[((((tile / across * (rows + 1)) + y) * volume.Shape.Width) + (tile % across * (columns + 1)))..]);
                }
            }
        }
        var most = Math.Max(1e-6f, values.Max(Math.Abs));
        return new ImageLayer($"kernels of {name}", volume)
        {
            Origin = $"inspect.weights of {model}",
            ContrastLimits = new ContrastLimits(-most, most),
            Colormap = Colormap.BuiltIn.First(map => map.Id == "ice-fire"),
            Interpolate = false,
        };
    }
}
