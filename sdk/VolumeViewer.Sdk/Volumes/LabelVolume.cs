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

    // One of the two: the voxels in memory, or slices that are read when they are wanted.
    private readonly Volume<byte>? _labels;
    private readonly SliceCache? _onDemand;

    /// <summary>A volume in which every voxel has label 0.</summary>
    public LabelVolume(VolumeShape shape, PhaseTable phases, Spacing? spacing = null)
    {
        ArgumentNullException.ThrowIfNull(phases);
        _labels = new Volume<byte>(shape, spacing);
        (Shape, Spacing, Phases) = (shape, _labels.Spacing, phases);
    }

    private LabelVolume(LabelVolume same, Spacing spacing, PhaseTable phases) =>
        (_labels, _onDemand, Shape, Spacing, Phases) = (same._labels, same._onDemand, same.Shape, spacing, phases);

    private LabelVolume(VolumeShape shape, PhaseTable phases, Spacing spacing, SliceCache slices) =>
        (_onDemand, Shape, Spacing, Phases) = (slices, shape, spacing, phases);

    /// <summary>The phases; label n is the n-th.</summary>
    public PhaseTable Phases { get; private set; }

    /// <inheritdoc/>
    public VolumeShape Shape { get; }

    /// <inheritdoc/>
    public Spacing Spacing { get; }

    /// <summary>The smallest unsigned type that holds every file value and one more for unlabelled voxels.</summary>
    public VoxelType VoxelType => Phases.Max(phase => phase.FileValue) switch
    {
        <= byte.MaxValue => VoxelType.UInt8,
        <= ushort.MaxValue => VoxelType.UInt16,
        _ => VoxelType.UInt32,
    };

    /// <inheritdoc/>
    public long MemoryBytes => _labels?.MemoryBytes ?? _onDemand!.MemoryBytes;

    /// <summary>Whether slices are read when they are wanted. Such a volume may be larger than memory, and is best read slice after slice.</summary>
    public bool IsOnDemand => _onDemand is not null;

    /// <summary>The labels of one z-slice, row by row; lent until <see cref="Dispose"/>.</summary>
    /// <remarks>Where <see cref="IsOnDemand"/>, only to be read: what is written here may be lost. A <see cref="LabelsLayer"/> keeps its changes.</remarks>
    public Span<byte> Slice(int z) => _onDemand is null ? _labels!.Slice(z) : _onDemand.Slice(z);

    /// <summary>The same memory as <see cref="Slice"/>, to be kept across an await.</summary>
    public Memory<byte> SliceMemory(int z) => _onDemand is null ? _labels!.SliceMemory(z) : _onDemand.Slice(z);

    /// <summary>Copies the labels of a slice: where <see cref="IsOnDemand"/>, a pass over all slices does not push others out of the memory this way.</summary>
    /// <param name="z">Slice index, from 0.</param>
    /// <param name="destination">Exactly one slice.</param>
    /// <exception cref="UserException">The slice cannot be read.</exception>
    public void CopySlice(int z, Span<byte> destination)
    {
        SourceChecks.SliceLength(Shape.SliceLength, destination.Length);
        if (_onDemand is null)
            _labels!.Slice(z).CopyTo(destination);
        else
            _onDemand.Copy(z, destination);
    }

    /// <summary>The labels of a slice that is about to be changed.</summary>
    internal Span<byte> Changing(int z) => _onDemand is null ? _labels!.Slice(z) : _onDemand.Change(z);

    /// <summary>Puts the labels of a slice that others shall take the place of, where that spares reading it.</summary>
    /// <param name="z">Slice index, from 0; one of which <see cref="IsInMemory"/> is false.</param>
    /// <param name="labels">Taken over.</param>
    internal void Put(int z, byte[] labels) => _onDemand!.Put(z, labels);

    /// <summary>Whether a slice is in memory for good.</summary>
    internal bool IsInMemory(int z) => _onDemand is null || _onDemand.IsChanged(z);

    /// <summary>The highest label that a voxel has, if it is not below another; else −1. Slices on demand are read only where nobody has read them before and their file may have such labels.</summary>
    internal int HighestFrom(int least)
    {
        var highest = -1;
        for (var z = 0; z < Shape.Depth; z++)
            highest = Math.Max(highest, _onDemand?.HighestFrom(z, least) ?? LabelSpans.HighestFrom(_labels!.Slice(z), least));
        return highest;
    }

    /// <summary>The same labels under another table, sharing the voxels: disposing either lets go of both.</summary>
    /// <exception cref="ArgumentException">The table has another number of phases.</exception>
    public LabelVolume WithPhases(PhaseTable phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        if (phases.Count != Phases.Count)
            throw new ArgumentException($"The volume has {Phases.Count} phases, the new table {phases.Count}.", nameof(phases));
        return new LabelVolume(this, Spacing, phases);
    }

    /// <summary>The same labels with another distance between the voxels, sharing them.</summary>
    internal LabelVolume WithSpacing(Spacing spacing) => new(this, spacing, Phases);

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
        var code = new LabelCode(phases);
        source.ForEachSlice(z => code.Read(source, z, result.Slice(z)), cancellationToken);
        return result;
    }

    /// <summary>Labels of which only some slices are in memory at a time: they are read when they are wanted, and those that a layer changes are kept for good.</summary>
    /// <param name="shape">Of the volume.</param>
    /// <param name="phases">The phases that the reader's labels are of.</param>
    /// <param name="spacing">Distance between the voxels.</param>
    /// <param name="read">Reads a slice. What it throws comes out where the slice is wanted.</param>
    /// <param name="memoryBytes">What the unchanged slices that are kept in memory may take; two are kept in any case.</param>
    /// <param name="owned">Disposed with the volume.</param>
    public static LabelVolume OnDemand(VolumeShape shape, PhaseTable phases, Spacing spacing, LabelSliceReader read, long memoryBytes, IDisposable? owned = null)
    {
        ArgumentNullException.ThrowIfNull(phases);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentOutOfRangeException.ThrowIfNegative(memoryBytes);
        return new LabelVolume(shape, phases, spacing, new SliceCache(shape, phases.Count, read, memoryBytes, owned));
    }

    /// <summary>As <see cref="FromSource"/>, with only some slices in memory at a time.</summary>
    /// <param name="source">Integers, or floats that are whole numbers. Disposed with the volume, and not to be written to by others meanwhile.</param>
    /// <param name="memoryBytes">What the unchanged slices that are kept in memory may take; two are kept in any case.</param>
    /// <param name="phases">All that its values can be; a value of none of them is an error where the slice is wanted. Null for the phases of the source, or those of the values that
    /// occur, for which it is read once.</param>
    /// <param name="cancellationToken">Cancels that reading.</param>
    /// <exception cref="UserException">The values are not labels.</exception>
    public static LabelVolume OnDemand(IVolumeSource source, long memoryBytes, PhaseTable? phases = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        phases ??= source.Phases ?? PhaseTable.ForFileValues(DistinctValues(source, cancellationToken));
        var code = new LabelCode(phases);
        return OnDemand(source.Shape, phases, source.Spacing, (z, labels) => code.Read(source, z, labels), memoryBytes, source);
    }

    /// <summary>The distinct voxel values of a source, ascending.</summary>
    /// <exception cref="UserException">There are more than <see cref="MaxDistinctFileValues"/>, or one is not a whole number.</exception>
    public static IReadOnlyList<long> DistinctValues(IVolumeSource source, CancellationToken cancellationToken = default) => FileValueSearch.In(source, MaxDistinctFileValues, null, cancellationToken);

    /// <summary>The same, telling how far it is.</summary>
    /// <param name="source">Is read as a whole.</param>
    /// <param name="progress">Told the share of slices that are read, 0 to 1, from several threads.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="UserException">There are more than <see cref="MaxDistinctFileValues"/>, or one is not a whole number.</exception>
    public static IReadOnlyList<long> DistinctValues(IVolumeSource source, IProgress<double> progress, CancellationToken cancellationToken = default) => FileValueSearch.In(source, MaxDistinctFileValues, progress, cancellationToken);

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
    public void Dispose()
    {
        _labels?.Dispose();
        _onDemand?.Dispose();
    }

    private long[] FileValues()
    {
        var values = new long[Unlabelled + 1];
        Array.Fill(values, LabelCode.UnlabelledFileValue(Phases));
        for (var label = 0; label < Phases.Count; label++)
            values[label] = Phases[label].FileValue;
        return values;
    }
}
