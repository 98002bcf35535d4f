using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk;

/// <summary>
/// A label for every voxel: the place of its phase in <see cref="Phases"/>, or <see cref="Unlabelled"/>. Index (z, y, x), x fastest.
/// </summary>
/// <remarks>As an <see cref="IVolumeSource"/> it gives the phases' <see cref="Phase.FileValue"/>s, which is what files hold.</remarks>
public sealed class LabelVolume : IVolumeSource
{
    /// <summary>The label of a voxel that nobody labelled. It is no phase, and measures leave such voxels out.</summary>
    public const byte Unlabelled = 255;

    /// <summary>A file with more distinct values than this is not taken for labels.</summary>
    public const int MaxDistinctFileValues = 64;

    private readonly Volume<byte> _labels;

    /// <summary>A volume in which every voxel has label 0.</summary>
    public LabelVolume(VolumeShape shape, PhaseTable phases, Spacing? spacing = null)
    {
        ArgumentNullException.ThrowIfNull(phases);
        _labels = new Volume<byte>(shape, spacing);
        Phases = phases;
    }

    private LabelVolume(Volume<byte> labels, PhaseTable phases) => (_labels, Phases) = (labels, phases);

    /// <summary>The phases; label n is the n-th.</summary>
    public PhaseTable Phases { get; private set; }

    /// <inheritdoc/>
    public VolumeShape Shape => _labels.Shape;

    /// <inheritdoc/>
    public Spacing Spacing => _labels.Spacing;

    /// <summary>The smallest unsigned type that holds every file value and one more for unlabelled voxels.</summary>
    public VoxelType VoxelType => Phases.Max(phase => phase.FileValue) switch
    {
        <= byte.MaxValue => VoxelType.UInt8,
        <= ushort.MaxValue => VoxelType.UInt16,
        _ => VoxelType.UInt32,
    };

    /// <inheritdoc/>
    public long MemoryBytes => _labels.MemoryBytes;

    /// <summary>The labels of one z-slice, row by row; lent until <see cref="Dispose"/>.</summary>
    public Span<byte> Slice(int z) => _labels.Slice(z);

    /// <summary>The same memory as <see cref="Slice"/>, to be kept across an await.</summary>
    public Memory<byte> SliceMemory(int z) => _labels.SliceMemory(z);

    /// <summary>The same labels under another table, sharing the voxels: disposing either lets go of both.</summary>
    /// <exception cref="ArgumentException">The table has another number of phases.</exception>
    public LabelVolume WithPhases(PhaseTable phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        if (phases.Count != Phases.Count)
            throw new ArgumentException($"The volume has {Phases.Count} phases, the new table {phases.Count}.", nameof(phases));
        return new LabelVolume(_labels, phases);
    }

    /// <summary>The same labels with another distance between the voxels, sharing them.</summary>
    internal LabelVolume WithSpacing(Spacing spacing) => new(_labels.WithSpacing(spacing), Phases);

    /// <summary>Takes over a table with more phases, or with fewer of which the voxels use none.</summary>
    internal void Resize(PhaseTable phases) => Phases = phases;

    /// <summary>Turns a source of few distinct whole numbers into labels: the smallest value becomes label 0, the next label 1 …</summary>
    /// <param name="source">Integers, or floats that are whole numbers. If it brings its own phases, those are taken.</param>
    /// <param name="phases">The table to map values with, or null to make one from the values that occur.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">The values are not labels, or a value is in no phase.</exception>
    public static LabelVolume FromSource(IVolumeSource source, PhaseTable? phases = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source is LabelVolume labels && phases is null)
            return labels;
        phases ??= source.Phases ?? PhaseTable.ForFileValues(DistinctValues(source, cancellationToken));
        var result = new LabelVolume(source.Shape, phases, source.Spacing);
        var labelOf = new Dictionary<long, byte>();
        for (var label = 0; label < phases.Count; label++)
            labelOf[phases[label].FileValue] = (byte)label;
        var unlabelledValue = UnlabelledFileValue(phases);
        source.ForEachSlice(z =>
        {
            var row = new float[source.Shape.SliceLength];
            source.ReadSlice(z, row);
            var target = result.Slice(z);
            var lastValue = float.NaN;
            byte lastLabel = Unlabelled;
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] != lastValue)
                {
                    lastValue = row[i];
                    // The comparison with the cut-off value also refuses NaN and fractions.
                    if ((long)lastValue != lastValue || !labelOf.TryGetValue((long)lastValue, out lastLabel))
                    {
                        if (lastValue != unlabelledValue)
                            throw new UserException($"The label image has the value {lastValue} in slice {z}, which is none of the phases "
                                + string.Join(", ", phases.Select(phase => phase.FileValue)) + ".");
                        lastLabel = Unlabelled;
                    }
                }
                target[i] = lastLabel;
            }
        }, cancellationToken);
        return result;
    }

    /// <summary>The distinct voxel values of a source, ascending.</summary>
    /// <exception cref="UserException">There are more than <see cref="MaxDistinctFileValues"/>, or one is not a whole number.</exception>
    public static IReadOnlyList<long> DistinctValues(IVolumeSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var all = new ConcurrentDictionary<long, byte>();
        source.ForEachSlice(z =>
        {
            var row = new float[source.Shape.SliceLength];
            source.ReadSlice(z, row);
            var last = float.NaN;
            foreach (var value in row)
            {
                if (value == last)
                    continue;
                last = value;
                if (value != MathF.Floor(value) || !float.IsFinite(value))
                    throw new UserException($"The voxel value {value} in slice {z} is not a label: labels are whole numbers. "
                        + "Is this a grey image?");
                if (all.TryAdd((long)value, 0) && all.Count > MaxDistinctFileValues)
                    throw new UserException($"The volume has more than {MaxDistinctFileValues} distinct values, so it is not a label image. "
                        + "Segment it first, or give the file with the labels.");
            }
        }, cancellationToken);
        return [.. all.Keys.Order()];
    }

    /// <inheritdoc/>
    public void ReadSlice(int z, Span<byte> destination)
    {
        var labels = Slice(z);
        SourceChecks.SliceLength(labels.Length * VoxelType.ByteSize(), destination.Length);
        var fileValues = FileValues();
        switch (VoxelType)
        {
            case VoxelType.UInt8:
                for (var i = 0; i < labels.Length; i++)
                    destination[i] = (byte)fileValues[labels[i]];
                break;
            case VoxelType.UInt16:
                var shorts = MemoryMarshal.Cast<byte, ushort>(destination);
                for (var i = 0; i < labels.Length; i++)
                    shorts[i] = (ushort)fileValues[labels[i]];
                break;
            default:
                var ints = MemoryMarshal.Cast<byte, uint>(destination);
                for (var i = 0; i < labels.Length; i++)
                    ints[i] = (uint)fileValues[labels[i]];
                break;
        }
    }

    /// <inheritdoc/>
    public void ReadSlice(int z, Span<float> destination)
    {
        var labels = Slice(z);
        SourceChecks.SliceLength(labels.Length, destination.Length);
        var fileValues = FileValues();
        for (var i = 0; i < labels.Length; i++)
            destination[i] = fileValues[labels[i]];
    }

    /// <summary>Lets go of the voxels.</summary>
    public void Dispose() => _labels.Dispose();

    // The value that stands for unlabelled voxels in files: the largest of the type that no phase has.
    private static long UnlabelledFileValue(PhaseTable phases)
    {
        var largest = phases.Max(phase => phase.FileValue);
        var value = largest <= byte.MaxValue ? byte.MaxValue : largest <= ushort.MaxValue ? ushort.MaxValue : uint.MaxValue;
        while (phases.Any(phase => phase.FileValue == value))
            value--;
        return value;
    }

    private long[] FileValues()
    {
        var values = new long[Unlabelled + 1];
        Array.Fill(values, UnlabelledFileValue(Phases));
        for (var label = 0; label < Phases.Count; label++)
            values[label] = Phases[label].FileValue;
        return values;
    }
}
