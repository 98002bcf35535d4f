using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Small viewers to work on.</summary>
internal static class Scenes
{
    /// <summary>A viewer with image layers of 4 × 5 × 6 voxels whose grey values rise from 0.</summary>
    public static Viewer Viewer(params string[] names) => Viewer(Spacing.Uncalibrated, names);

    public static Viewer Viewer(Spacing spacing, params string[] names)
    {
        var viewer = new Viewer();
        foreach (var name in names)
            viewer.Layers.Add(new ImageLayer(name, Ramp(new VolumeShape(4, 5, 6), spacing)));
        return viewer;
    }

    /// <summary>Grey values that rise with every voxel, so that no two slices are alike.</summary>
    public static Volume<byte> Ramp(VolumeShape shape, Spacing spacing)
    {
        var volume = new Volume<byte>(shape, spacing);
        for (var z = 0; z < shape.Depth; z++)
        {
            var slice = volume.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = (byte)(40 + (200L * ((z * slice.Length) + i) / shape.VoxelCount));
        }
        return volume;
    }
}
