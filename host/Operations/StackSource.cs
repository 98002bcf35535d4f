using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Several volumes as one: the slices of each, one after the other. Owns them.</summary>
internal sealed class StackSource : IVolumeSource
{
    private readonly IReadOnlyList<IVolumeSource> _parts;
    private readonly (int Part, int Slice)[] _slices;

    private StackSource(IReadOnlyList<IVolumeSource> parts)
    {
        _parts = parts;
        _slices = [.. parts.SelectMany((part, index) => Enumerable.Range(0, part.Shape.Depth).Select(z => (index, z)))];
        Shape = new VolumeShape(_slices.Length, parts[0].Shape.Height, parts[0].Shape.Width);
    }

    /// <summary>Puts volumes together.</summary>
    /// <param name="paths">Their files, for messages.</param>
    /// <param name="parts">The volumes, taken over.</param>
    /// <exception cref="UserException">They differ in width, height or voxel type.</exception>
    public static StackSource Of(IReadOnlyList<string> paths, IReadOnlyList<IVolumeSource> parts)
    {
        var first = parts[0];
        for (var i = 1; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Shape.Height != first.Shape.Height || part.Shape.Width != first.Shape.Width || part.VoxelType != first.VoxelType)
            {
                throw new UserException($"The files cannot be opened as one stack: '{Path.GetFileName(paths[i])}' has slices of {part.Shape.Height} × {part.Shape.Width} {part.VoxelType}, "
                    + $"'{Path.GetFileName(paths[0])}' of {first.Shape.Height} × {first.Shape.Width} {first.VoxelType}. Open them one by one.");
            }
        }
        return new StackSource(parts);
    }

    public VolumeShape Shape { get; }

    public Spacing Spacing => _parts[0].Spacing;

    public VoxelType VoxelType => _parts[0].VoxelType;

    // The files' phases hold for the whole only where all agree.
    public PhaseTable? Phases => _parts[0].Phases is { } phases && _parts.All(part => phases.Equals(part.Phases)) ? phases : null;

    public long MemoryBytes => _parts.Sum(part => part.MemoryBytes);

    public void ReadSlice(int z, Span<byte> destination)
    {
        SourceChecks.SliceIndex(z, Shape);
        _parts[_slices[z].Part].ReadSlice(_slices[z].Slice, destination);
    }

    public void ReadSlice(int z, Span<float> destination)
    {
        SourceChecks.SliceIndex(z, Shape);
        _parts[_slices[z].Part].ReadSlice(_slices[z].Slice, destination);
    }

    public void Dispose()
    {
        foreach (var part in _parts)
            part.Dispose();
    }
}
