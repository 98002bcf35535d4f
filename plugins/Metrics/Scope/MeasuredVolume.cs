using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Scope;

/// <summary>
/// The part of a labelled volume that is measured: what lies outside of it is unlabelled, as is what nobody labelled. Every measure treats unlabelled
/// voxels as if the volume ended there: they are in no fraction, and their faces are no surface.
/// </summary>
internal static class MeasuredVolume
{
    /// <summary>Name of the optional input that says what to measure.</summary>
    public const string Mask = "mask";

    /// <summary>The optional input that says what to measure.</summary>
    public static OperationInput MaskInput { get; } =
        new(Mask, InputKind.Labels, "What to measure: voxels that have the file value 0 here, or none, are left out.") { Optional = true, IsOnDemand = true };

    /// <summary>The labels of the input "in", without the phases in <paramref name="exclude"/> and what the mask leaves out.</summary>
    /// <param name="context">The operation's context, with the labels "in" and perhaps the mask.</param>
    /// <param name="exclude">Names or file values of phases to leave out, separated by commas; empty for none.</param>
    /// <returns>The labels themselves, or a copy in which all else is unlabelled. The caller must not write to it.</returns>
    /// <exception cref="UserException">There is no such phase, the mask has another shape, or nothing is left.</exception>
    public static LabelVolume Of(OperationContext context, string exclude = "")
    {
        var layer = context.Labels("in");
        var mask = context.Layers.ContainsKey(Mask) ? context.Labels(Mask) : null;
        if (mask is not null && mask.Shape != layer.Shape)
        {
            throw new UserException($"The mask '{mask.Name}' has {mask.Shape} voxels (z, y, x), '{layer.Name}' {layer.Shape}; they must be the same. "
                + "Crop or resample one of them.");
        }
        var keeps = Keeps(layer.Phases, exclude);
        if (mask is null && keeps.AsSpan(0, layer.Phases.Count).IndexOf(false) < 0)
            return layer.Labels;
        var inside = mask is null ? null : Inside(mask.Phases);
        if (layer.Labels.IsOnDemand)
            return OnDemand(layer, mask, keeps, inside, context.CancellationToken);
        var measured = new LabelVolume(layer.Shape, layer.Phases, layer.Spacing);
        long left = 0;
        layer.Labels.ForEachSlice(z =>
        {
            Interlocked.Add(ref left, Mark(layer, mask, keeps, inside, z, measured.Slice(z)));
        }, context.CancellationToken);
        if (left > 0)
            return measured;
        measured.Dispose();
        throw NothingLeft(layer);
    }

    // Slices are marked when they are asked for, so that a volume larger than memory stays so.
    private static LabelVolume OnDemand(LabelsLayer layer, LabelsLayer? mask, bool[] keeps, bool[]? inside, CancellationToken cancellationToken)
    {
        var measured = LabelVolume.OnDemand(layer.Shape, layer.Phases, layer.Spacing, (z, to) => Mark(layer, mask, keeps, inside, z, to), layer.Labels.MemoryBytes);
        long left = 0;
        measured.ForEachSlice(z =>
        {
            if (Interlocked.Read(ref left) == 0 && measured.Slice(z).IndexOfAnyExcept(LabelVolume.Unlabelled) >= 0)
                Interlocked.Increment(ref left);
        }, cancellationToken);
        return left > 0 ? measured : throw NothingLeft(layer);
    }

    private static long Mark(LabelsLayer layer, LabelsLayer? mask, bool[] keeps, bool[]? inside, int z, Span<byte> to)
    {
        ReadOnlySpan<byte> from = layer.Labels.Slice(z), only = mask is null ? [] : mask.Labels.Slice(z);
        long labelled = 0;
        for (var i = 0; i < from.Length; i++)
        {
            var isMeasured = keeps[from[i]] && (inside is null || inside[only[i]]);
            to[i] = isMeasured ? from[i] : LabelVolume.Unlabelled;
            labelled += isMeasured ? 1 : 0;
        }
        return labelled;
    }

    private static UserException NothingLeft(LabelsLayer layer) => new($"Nothing of '{layer.Name}' is left to measure; exclude fewer phases, or give another mask.");

    private static bool[] Keeps(PhaseTable phases, string exclude)
    {
        var keeps = new bool[byte.MaxValue + 1];
        keeps.AsSpan(0, phases.Count).Fill(true);
        foreach (var phase in exclude.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            keeps[phases.Find(phase)] = false;
        return keeps;
    }

    private static bool[] Inside(PhaseTable phases)
    {
        var inside = new bool[byte.MaxValue + 1];
        for (var label = 0; label < phases.Count; label++)
            inside[label] = phases[label].FileValue != 0;
        return inside;
    }
}
