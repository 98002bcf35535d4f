using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Scope;

/// <summary>Tells before a measure begins what memory it needs, and refuses it where that is more than it may take.</summary>
internal static class MemoryNeed
{
    private const double Gibi = 1L << 30;

    // Less than this is not worth a line in the log.
    private const long WorthTelling = 1L << 28;

    /// <summary>Writes what is needed into the job's log.</summary>
    /// <param name="context">The operation's context.</param>
    /// <param name="layer">The layer measured, whose labels are counted too.</param>
    /// <param name="what">The measure, as a sentence begins: "The local thickness".</param>
    /// <param name="bytesPerVoxel">What it keeps for each voxel of the volume.</param>
    /// <param name="parameters">What it may take.</param>
    /// <param name="isOneArray">Whether it keeps all voxels in one array, which holds so many at most.</param>
    /// <exception cref="UserException">It needs more than it may take, or the volume has more voxels than one array can.</exception>
    public static void Check(OperationContext context, LabelsLayer layer, string what, double bytesPerVoxel, MeasureParameters parameters, bool isOneArray = true) =>
        CheckBytes(context, layer, what, (long)(bytesPerVoxel * layer.Shape.VoxelCount), $"{bytesPerVoxel:0.#} bytes for each", parameters, isOneArray);

    /// <summary>As <see cref="Check"/>, for a measure that goes over slices, of which it keeps some.</summary>
    /// <param name="context">The operation's context.</param>
    /// <param name="layer">The layer measured.</param>
    /// <param name="what">The measure.</param>
    /// <param name="bytes">What it keeps, in all.</param>
    /// <param name="parameters">What it may take.</param>
    /// <exception cref="UserException">It needs more than it may take.</exception>
    public static void CheckSlices(OperationContext context, LabelsLayer layer, string what, long bytes, MeasureParameters parameters) =>
        CheckBytes(context, layer, what, bytes, "whatever the number of slices", parameters, isOneArray: false);

    private static void CheckBytes(OperationContext context, LabelsLayer layer, string what, long bytes, string how, MeasureParameters parameters, bool isOneArray)
    {
        var (shape, labels) = (layer.Shape, context.Layers.Values.OfType<LabelsLayer>().Distinct().Sum(each => each.MemoryBytes));
        var (needed, allowed) = (bytes + labels, MemoryBudget.Bytes(parameters.Memory));
        var mend = "Measure a part of the volume (convert IN OUT --slices FIRST..LAST), or one with larger voxels";
        if (isOneArray && shape.VoxelCount > Array.MaxLength)
            throw new UserException($"{what} is measured of all voxels at once, of {Array.MaxLength} at most; '{layer.Name}' has {shape} (z, y, x). {mend}.");
        var facts = $"{what} of {shape} voxels (z, y, x) needs about {Size(needed)}: {Size(labels)} for labels, and {Size(bytes)} ({how})";
        if (needed > allowed)
        {
            var ask = Math.Ceiling(needed / Gibi * 10) / 10;
            throw new UserException($"{facts}. It may take {Size(allowed)}. {mend}, or allow more (--memory {ask:0.#}) if the machine has it.");
        }
        if (needed >= WorthTelling)
            context.Job.Log($"{facts}; it may take {Size(allowed)}");
    }

    private static string Size(long bytes) => bytes >= Gibi / 10 ? $"{bytes / Gibi:0.00} GiB" : $"{bytes / Gibi * 1024:0.0} MiB";
}
