using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The operation inspect.activations: what the layers of a network make of a slice.</summary>
internal static class Activations
{
    internal static OperationResult Run(OperationContext context, ActivationsParameters parameters)
    {
        var image = context.Image("in");
        if (parameters.Slice >= image.Shape.Depth)
            throw new UserException($"--slice: {parameters.Slice} is not in '{image.Name}', which has the slices 0 to {image.Shape.Depth - 1}.");
        using var model = InspectedModel.Open(parameters.Model, parameters.Weights, context.Contributions, parameters.Device);
        var layers = InspectedModel.Choose(model.Network, parameters.Layer);
        context.Job.Report(new JobProgress(0, "computing the activations"));
        var maps = Record(context, model, image, parameters, layers);
        var table = new Table("Activations", new TableColumn("Layer"), new TableColumn("Channel"), new TableColumn("Mean", Format: "G4"), new TableColumn("Deviation", Format: "G4"),
            new TableColumn("Least", Format: "G4"), new TableColumn("Greatest", Format: "G4"), new TableColumn("Share of zeros", Format: "0.000"));
        var shown = new List<Layer>();
        foreach (var map in maps)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var statistics = Enumerable.Range(0, map.Channels).Select(channel => ChannelStatistics.Of(map.Channel(channel))).ToList();
            for (var channel = 0; channel < map.Channels; channel++)
            {
                var facts = statistics[channel];
                table.Add(map.Name, channel, facts.Mean, facts.Deviation, facts.Least, facts.Greatest, facts.Zeros);
            }
            var count = parameters.Channels == 0 ? map.Channels : Math.Min(parameters.Channels, map.Channels);
            int[] channels = [.. Enumerable.Range(0, map.Channels).OrderByDescending(channel => statistics[channel].Deviation).Take(count).Order()];
            shown.AddRange(Layers(map, channels, image, parameters));
        }
        context.Job.Report(new JobProgress(1, "done"));
        return new OperationResult { Layers = shown, Tables = [table] };
    }

    private static List<FeatureMap> Record(
        OperationContext context, TrainedModel model, ImageLayer image, ActivationsParameters parameters, IReadOnlyList<(string Name, nn.Module Module)> layers)
    {
        var (alignment, halo, shape) = (model.Geometry.Alignment, PatchGrid.RoundUp(model.Geometry.Halo, model.Geometry.Alignment), image.Shape);
        var (height, width) = (PatchGrid.RoundUp(shape.Height, alignment), PatchGrid.RoundUp(shape.Width, alignment));
        // A network for volumes gets the slices that its result depends on, from a multiple of the alignment on, as in prediction.
        var first = Math.Max(0, (parameters.Slice / alignment * alignment) - halo);
        var depth = Math.Min(PatchGrid.RoundUp(shape.Depth, alignment), (parameters.Slice / alignment * alignment) + alignment + halo) - first;
        var isVolume = model.Geometry.Dimensions == 3;
        var maps = new List<FeatureMap>();
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        foreach (var (name, module) in layers)
        {
            // Kept at once: the layer that follows may write over it.
            void Keep(Tensor output) => maps.Add(FeatureMap.Of(name, output, isVolume ? (parameters.Slice - first, depth) : null, (height, width), shape));
            if (module is nn.Module<Tensor, Tensor> one)
                one.register_forward_hook((_, _, output) => { Keep(output); return output; });
            else if (module is nn.Module<Tensor, Tensor, Tensor> two)
                two.register_forward_hook((_, _, _, output) => { Keep(output); return output; });
            else
                throw new UserException($"--layer: '{name}' takes other inputs than feature maps, and cannot be looked into; take one within it.");
        }
        context.CancellationToken.ThrowIfCancellationRequested();
        model.Network.call(InspectedModel.Input(model, image, isVolume ? (first, 0, 0, depth, height, width) : (parameters.Slice, 0, 0, 1, height, width)));
        return maps;
    }

    private static IEnumerable<ImageLayer> Layers(FeatureMap map, int[] channels, ImageLayer image, ActivationsParameters parameters)
    {
        var spacing = new Spacing(image.Spacing.Z, image.Spacing.Y * map.Scale, image.Spacing.X * map.Scale, image.Spacing.IsCalibrated);
        var origin = $"inspect.activations ({map.Name}) of {image.Name}, slice {parameters.Slice}";
        if (parameters.Separate)
            return channels.Select(channel => Make($"{image.Name}, {map.Name} channel {channel}", [channel]));
        return [Make(channels.Length == map.Channels ? $"{image.Name}, {map.Name}" : $"{image.Name}, {map.Name}, {channels.Length} of {map.Channels} channels", channels)];

        ImageLayer Make(string name, int[] planes)
        {
            var volume = new Volume<float>(new VolumeShape(planes.Length, map.Height, map.Width), spacing);
            for (var z = 0; z < planes.Length; z++)
                map.Channel(planes[z]).CopyTo(volume.Slice(z));
            return new ImageLayer(name, volume) { Origin = $"{origin}; from z = 0 on the channels {string.Join(", ", planes)}" };
        }
    }
}
