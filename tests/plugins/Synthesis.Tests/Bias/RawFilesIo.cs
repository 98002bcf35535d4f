using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

/// <summary>Keeps volumes in files of a form of its own: shape, then floats.</summary>
internal sealed class RawFilesIo : IVolumeIo
{
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var volume = new Volume<float>(new VolumeShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
        for (var z = 0; z < volume.Shape.Depth; z++)
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(volume.Slice(z)));
        return volume;
    }

    public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(volume.Shape.Depth);
        writer.Write(volume.Shape.Height);
        writer.Write(volume.Shape.Width);
        var row = new float[volume.Shape.SliceLength];
        for (var z = 0; z < volume.Shape.Depth; z++)
        {
            volume.ReadSlice(z, row);
            writer.Write(MemoryMarshal.AsBytes<float>(row));
        }
    }
}
