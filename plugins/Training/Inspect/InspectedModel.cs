using System.Runtime.InteropServices;

using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The layers of a trained network by name, and the input that it takes of a volume.</summary>
internal static class InspectedModel
{
    /// <summary>Opens a model whose layers can be seen.</summary>
    /// <exception cref="UserException">There is no such model, or it is a script, which hides its layers.</exception>
    internal static TrainedModel Open(string path, WeightsChoice weights, IContributions contributions, ComputeDevice device)
    {
        var model = TrainedModel.Open(path, weights, contributions, device.Find());
        if (model.Network.named_parameters().Any(item => item.parameter.dim() >= 3) && Stages(model.Network).Count > 1)
            return model;
        model.Dispose();
        throw new UserException($"'{path}' has no layers that can be looked into. Give the run folder of a network of a plugin; a TorchScript file hides its layers.");
    }

    /// <summary>The direct children that hold weights, in the order of the network; the last gives the logits.</summary>
    internal static IReadOnlyList<(string Name, nn.Module Module)> Stages(nn.Module<Tensor, Tensor> network) =>
        [.. network.named_children().Where(child => child.module.parameters().Any()).Select(child => (Plain(child.name), child.module))];

    /// <summary>All modules by their paths, such as "encoder0" and "encoder0.1".</summary>
    internal static IReadOnlyList<(string Name, nn.Module Module)> Layers(nn.Module<Tensor, Tensor> network) =>
        [.. network.named_modules().Select(item => (Plain(item.name), item.module))];

    /// <summary>The layers of the given names: one or several separated by commas, or every stage.</summary>
    /// <exception cref="UserException">There is no layer of a name.</exception>
    internal static IReadOnlyList<(string Name, nn.Module Module)> Choose(nn.Module<Tensor, Tensor> network, string names)
    {
        var wanted = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var stages = Stages(network);
        if (wanted.Length == 0)
            return stages;
        var layers = Layers(network);
        return [.. wanted.Select(name => layers.FirstOrDefault(layer => layer.Name == name) is { Module: not null } found
            ? found
            : throw new UserException($"--layer: the network has no layer '{name}'; its stages are {string.Join(", ", stages.Select(stage => stage.Name))}, "
                + $"and layers within a stage are named like {layers.FirstOrDefault(layer => layer.Name.Contains('.', StringComparison.Ordinal)).Name}."))];
    }

    /// <summary>A name without the underscores that fields begin with.</summary>
    internal static string Plain(string path) => string.Join('.', path.Split('.').Select(part => part.TrimStart('_')));

    /// <summary>Channels of the input.</summary>
    internal static int Inputs(TrainedModel model) => (int)model.Network.parameters().First(parameter => parameter.dim() >= 4).shape[1];

    /// <summary>
    /// A box of a volume as the network takes it: (1, inputs, height, width) with the neighbouring slices as channels, or (1, 1, depth, height, width).
    /// Beyond the volume it is mirrored.
    /// </summary>
    /// <param name="model">The network, and how grey values are normalised for it.</param>
    /// <param name="image">The volume.</param>
    /// <param name="box">Where; it may reach out of the volume. Networks for slices take its first slice.</param>
    internal static Tensor Input(TrainedModel model, ImageLayer image, (int Z, int Y, int X, int Depth, int Height, int Width) box)
    {
        var (shape, inputs) = (image.Shape, Inputs(model));
        var isVolume = model.Geometry.Dimensions == 3;
        var slices = isVolume
            ? Mirror.Indices(box.Z, box.Depth, shape.Depth)
            : Mirror.Indices(box.Z - (inputs / 2), inputs, shape.Depth);
        var (rows, columns) = (Mirror.Indices(box.Y, box.Height, shape.Height), Mirror.Indices(box.X, box.Width, shape.Width));
        var values = new float[(long)slices.Length * rows.Length * columns.Length];
        var slice = new float[shape.SliceLength];
        var (at, read) = (0, -1);
        foreach (var z in slices)
        {
            if (z != read)
            {
                image.Volume.ReadSlice(z, slice);
                model.Normalisation.Apply(slice, image.Statistics);
                read = z;
            }
            foreach (var y in rows)
            {
                foreach (var x in columns)
                    values[at++] = slice[(y * shape.Width) + x];
            }
        }
        return tensor(values, isVolume
            ? new long[] { 1, 1, slices.Length, rows.Length, columns.Length }
            : new long[] { 1, slices.Length, rows.Length, columns.Length }, device: model.Device);
    }

    /// <summary>The values of a tensor in main memory, as floats.</summary>
    internal static float[] Values(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return MemoryMarshal.Cast<byte, float>(tensor.detach().to_type(ScalarType.Float32).cpu().contiguous().bytes).ToArray();
    }
}
