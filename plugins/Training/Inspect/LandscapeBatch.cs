using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>Labelled patches of a volume, each around a labelled voxel drawn at random.</summary>
internal sealed record LandscapeBatch(Tensor Grey, Tensor Labels, long Labelled) : IDisposable
{
    /// <summary>The label of voxels that count for nothing.</summary>
    internal const long Ignored = -100;

    private const int EdgeInSlices = 128;
    private const int EdgeInVolumes = 32;

    /// <exception cref="UserException">Nothing is labelled, or a phase is unknown to the model.</exception>
    internal static LandscapeBatch Draw(TrainedModel model, ImageLayer image, LabelsLayer labels, LandscapeParameters parameters)
    {
        var shape = image.Shape;
        var isVolume = model.Geometry.Dimensions == 3;
        var edge = PatchGrid.RoundUp(parameters.PatchSize > 0 ? parameters.PatchSize : isVolume ? EdgeInVolumes : EdgeInSlices, model.Geometry.Alignment);
        var depth = isVolume ? Math.Min(edge, PatchGrid.RoundUp(shape.Depth, model.Geometry.Alignment)) : 1;
        var phases = PhasesOf(model, labels);
        var counts = Enumerable.Range(0, shape.Depth).Select(z => Count(labels.Labels.Slice(z), labels.Labels.Phases.Count)).ToList();
        if (counts.Sum() == 0)
            throw new UserException($"No voxel of '{labels.Name}' is labelled, so there is no loss.");
        var random = RandomSource.For(parameters.Seed, RandomSource.Purpose.Patches, 0);
        using var scope = NewDisposeScope();
        var (grey, targets) = (new List<Tensor>(), new List<long>());
        for (var i = 0; i < parameters.Patches; i++)
        {
            var (z, y, x) = Find(labels.Labels, counts, (long)(random.NextDouble() * counts.Sum()));
            var (top, left) = (Origin(y, edge, shape.Height), Origin(x, edge, shape.Width));
            var front = isVolume ? Origin(z, depth, shape.Depth) : z;
            grey.Add(InspectedModel.Input(model, image, (front, top, left, depth, edge, edge)));
            foreach (var sourceZ in Mirror.Indices(front, depth, shape.Depth))
            {
                var slice = labels.Labels.Slice(sourceZ);
                foreach (var sourceY in Mirror.Indices(top, edge, shape.Height))
                {
                    foreach (var sourceX in Mirror.Indices(left, edge, shape.Width))
                        targets.Add(phases[slice[(sourceY * shape.Width) + sourceX]]);
                }
            }
        }
        long[] lengths = isVolume ? [parameters.Patches, depth, edge, edge] : [parameters.Patches, edge, edge];
        return new LandscapeBatch(
            cat(grey, 0).DetachFromDisposeScope(), tensor(targets.ToArray(), lengths, device: model.Device).DetachFromDisposeScope(), targets.LongCount(target => target != Ignored));
    }

    /// <summary>Frees the patches.</summary>
    public void Dispose()
    {
        Grey.Dispose();
        Labels.Dispose();
    }

    /// <summary>The model's phase of each label, found by file value, then by name.</summary>
    private static long[] PhasesOf(TrainedModel model, LabelsLayer labels)
    {
        var phases = new long[256];
        Array.Fill(phases, Ignored);
        for (var label = 0; label < labels.Phases.Count; label++)
        {
            var own = labels.Phases[label];
            var place = model.Phases.Select((phase, index) => (phase, index)).Where(item => item.phase.FileValue == own.FileValue
                || string.Equals(item.phase.Name, own.Name, StringComparison.OrdinalIgnoreCase)).OrderBy(item => item.phase.FileValue == own.FileValue ? 0 : 1)
                .Select(item => (int?)item.index).FirstOrDefault();
            phases[label] = place ?? throw new UserException($"The phase '{own.Name}' ({own.FileValue}) of '{labels.Name}' is none that the model was trained on: "
                + string.Join(", ", model.Phases.Select(phase => $"{phase.Name} ({phase.FileValue})")) + ". Give the labels that it was trained on.");
        }
        return phases;
    }

    private static long Count(ReadOnlySpan<byte> labels, int phases)
    {
        long count = 0;
        foreach (var label in labels)
            count += label < phases ? 1 : 0;
        return count;
    }

    private static (int Z, int Y, int X) Find(LabelVolume labels, List<long> counts, long place)
    {
        var z = 0;
        for (; place >= counts[z]; z++)
            place -= counts[z];
        var slice = labels.Slice(z);
        var i = 0;
        for (; slice[i] >= labels.Phases.Count || place-- > 0; i++)
        {
        }
        return (z, i / labels.Shape.Width, i % labels.Shape.Width);
    }

    // Around the voxel, but within the volume where it is long enough.
    private static int Origin(int voxel, int edge, int length) => length <= edge ? 0 : Math.Clamp(voxel - (edge / 2), 0, length - edge);
}
