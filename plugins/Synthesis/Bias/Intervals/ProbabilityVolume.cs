using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>The probability of each phase in each voxel, in steps of 1/255 as predict.network gives them; one byte per voxel and phase.</summary>
internal sealed class ProbabilityVolume
{
    private readonly byte[][][] _bytes;

    private ProbabilityVolume(VolumeShape shape, Spacing spacing, PhaseTable phases, byte[][][] bytes) => (Shape, Spacing, Phases, _bytes) = (shape, spacing, phases, bytes);

    /// <summary>Of the volume.</summary>
    internal VolumeShape Shape { get; }

    /// <summary>Of the volume.</summary>
    internal Spacing Spacing { get; }

    /// <summary>Whose probabilities these are.</summary>
    internal PhaseTable Phases { get; }

    /// <summary>A logarithm for each byte; the least probability counts as half a step.</summary>
    internal static float[] Logarithms { get; } = [.. Enumerable.Range(0, 256).Select(value => (float)Math.Log(Math.Max(0.5, value) / 255))];

    /// <summary>The bytes of a phase in a slice.</summary>
    internal ReadOnlySpan<byte> Slice(int phase, int z) => _bytes[phase][z];

    /// <summary>Probabilities from one source for each phase, with values from 0 to 255.</summary>
    /// <exception cref="UserException">There are fewer than two, or they differ in shape, or are not from 0 to 255.</exception>
    internal static ProbabilityVolume From(IReadOnlyList<IVolumeSource> sources, PhaseTable phases, CancellationToken cancellationToken = default)
    {
        if (sources.Count < 2 || sources.Count != phases.Count)
            throw new UserException($"There are {sources.Count} probability volumes for {phases.Count} phases; give one for each phase, and two at least.");
        var shape = sources[0].Shape;
        if (sources.FirstOrDefault(source => source.Shape != shape) is { } other)
            throw new UserException($"The probability volumes differ in shape: {shape} and {other.Shape} (z, y, x).");
        var bytes = new byte[sources.Count][][];
        for (var phase = 0; phase < sources.Count; phase++)
        {
            var slices = bytes[phase] = new byte[shape.Depth][];
            var source = sources[phase];
            source.ForEachSlice(z =>
            {
                var row = new float[shape.SliceLength];
                source.ReadSlice(z, row);
                slices[z] = new byte[row.Length];
                for (var i = 0; i < row.Length; i++)
                {
                    if (!(row[i] >= 0 && row[i] <= 255))
                        throw new UserException($"A probability volume has the value {row[i]} in slice {z}; they go from 0 to 255, as predict.network writes them with --probabilities.");
                    slices[z][i] = (byte)MathF.Round(row[i]);
                }
            }, cancellationToken);
        }
        return new ProbabilityVolume(shape, sources[0].Spacing, phases, bytes);
    }

    /// <summary>A network's probabilities for a grey volume.</summary>
    internal static async Task<ProbabilityVolume> PredictAsync(OperationContext context, ImageLayer grey, string model, IJobContext job)
    {
        using var result = await OtherOperation.RunAsync(context with { Job = job }, "predict.network",
            new Dictionary<string, string> { ["model"] = model, ["probabilities"] = "true" }, new Dictionary<string, Layer> { ["in"] = grey }).ConfigureAwait(false);
        var phases = result.Layers.OfType<LabelsLayer>().FirstOrDefault()?.Phases
            ?? throw new UserException("predict.network gave no labels; this volume is too large to be in memory, so cut it into parts.");
        return From([.. result.Layers.OfType<ImageLayer>().Select(layer => layer.Volume)], phases, context.CancellationToken);
    }

    /// <summary>A part of the volume, copied.</summary>
    internal ProbabilityVolume Crop(VoxelBox box)
    {
        var bytes = new byte[Phases.Count][][];
        for (var phase = 0; phase < bytes.Length; phase++)
        {
            bytes[phase] = new byte[box.Depth][];
            for (var z = 0; z < box.Depth; z++)
            {
                bytes[phase][z] = new byte[box.Height * box.Width];
                for (var y = 0; y < box.Height; y++)
                    _bytes[phase][box.Z + z].AsSpan(((box.Y + y) * Shape.Width) + box.X, box.Width).CopyTo(bytes[phase][z].AsSpan(y * box.Width));
            }
        }
        return new ProbabilityVolume(new VolumeShape(box.Depth, box.Height, box.Width), Spacing, Phases, bytes);
    }
}
