using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Reads single voxels for the status bar without ever making the window wait: slices that must be decoded are read in the background.</summary>
internal sealed class VoxelProbe(Action changed)
{
    private const int MostSlices = 12;

    private readonly List<(IVolumeSource Source, int Z, Task<float[]> Values)> _slices = [];

    /// <summary>The grey value of a voxel; NaN where it cannot be read, null while it is being read.</summary>
    public float? Read(IVolumeSource source, int z, int y, int x) => source switch
    {
        Volume<byte> volume => volume[z, y, x],
        Volume<ushort> volume => volume[z, y, x],
        Volume<short> volume => volume[z, y, x],
        Volume<float> volume => volume[z, y, x],
        _ => FromSlice(source, z, (y * source.Shape.Width) + x),
    };

    /// <summary>Forgets what was read of a volume.</summary>
    public void Forget(IVolumeSource source) => _slices.RemoveAll(slice => ReferenceEquals(slice.Source, source));

    private float? FromSlice(IVolumeSource source, int z, int index)
    {
        var place = _slices.FindIndex(slice => ReferenceEquals(slice.Source, source) && slice.Z == z);
        if (place < 0)
        {
            _slices.Add((source, z, Task.Run(() => ReadSlice(source, z))));
            if (_slices.Count > MostSlices)
                _slices.RemoveAt(0);
            return null;
        }
        var values = _slices[place].Values;
        return values.IsCompletedSuccessfully ? values.Result[index] : values.IsCompleted ? float.NaN : null;
    }

    private float[] ReadSlice(IVolumeSource source, int z)
    {
        try
        {
            var values = new float[source.Shape.SliceLength];
            source.ReadSlice(z, values);
            return values;
        }
        finally
        {
            changed();
        }
    }
}
