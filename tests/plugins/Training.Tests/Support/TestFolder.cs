using VolumeViewer.Sdk;

namespace Training.Tests.Support;

/// <summary>A folder that goes when the test ends, with slices in a plain format of its own.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"training-tests-{Guid.NewGuid():N}");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, VolumeShape shape, Func<int, int, int, float> value)
    {
        using var writer = new BinaryWriter(File.Create(In(name)));
        writer.Write(shape.Depth);
        writer.Write(shape.Height);
        writer.Write(shape.Width);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    writer.Write(value(z, y, x));
            }
        }
        return In(name);
    }

    public string Write(string name, int height, int width, Func<int, int, float> value) =>
        Write(name, new VolumeShape(1, height, width), (_, y, x) => value(y, x));

    public static IVolumeSource Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var volume = new Volume<float>(new VolumeShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
        for (var z = 0; z < volume.Shape.Depth; z++)
        {
            foreach (ref var voxel in volume.Slice(z))
                voxel = reader.ReadSingle();
        }
        return volume;
    }

    /// <summary>A slice of three phases that grey values tell apart but for some noise, and its labels.</summary>
    public void WriteLabelled(string name, int height, int width, int seed = 0)
    {
        Write($"{name}.tif", height, width, (y, x) => Phantom.Grey(0, y, x, seed));
        Write($"{name}_label.tif", height, width, (y, x) => Phantom.Label(0, y, x, seed));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal static class Phantom
{
    public static int Label(int z, int y, int x, int seed = 0) => (((y + (3 * seed)) / 6) + ((x + z) / 7)) % 3;

    public static float Grey(int z, int y, int x, int seed = 0) => 1000 + (300 * Label(z, y, x, seed)) + (((y * 7919) + (x * 104729) + (z * 31) + seed) % 97);
}
