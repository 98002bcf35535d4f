using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>The Boolean model of spheres in a periodic cube.</summary>
public static class OverlappingSpheres
{
    /// <summary>How many spheres fill the share asked for, on average: each point is missed by n spheres of volume v with probability (1 − v/V)ⁿ.</summary>
    public static int Count(__Name__Parameters parameters)
    {
        var sphere = 4.0 / 3.0 * Math.PI * Math.Pow(parameters.Radius, 3) / Math.Pow(parameters.Size, 3);
        return (int)Math.Round(Math.Log(1 - parameters.Share) / Math.Log(1 - sphere));
    }

    /// <summary>Label 1 inside the spheres, 0 elsewhere. The caller owns the result.</summary>
    /// <exception cref="UserException">A sphere would reach itself around the cube.</exception>
    public static LabelVolume Generate(__Name__Parameters parameters, IJobContext? job = null)
    {
        var (size, radius) = (parameters.Size, parameters.Radius);
        if (2 * radius > size)
            throw new UserException($"Spheres of radius {radius} do not fit into a cube of {size} voxels; take a radius of at most {size / 2.0}.");
        var labels = new LabelVolume(new VolumeShape(size, size, size), PhaseTable.Named("matrix", "spheres"));
        var random = new Random(parameters.Seed);
        var count = Count(parameters);
        for (var n = 0; n < count; n++)
        {
            job?.CancellationToken.ThrowIfCancellationRequested();
            Draw(labels, random.NextDouble() * size, random.NextDouble() * size, random.NextDouble() * size, radius);
            job?.Report(new JobProgress((n + 1.0) / count, $"sphere {n + 1} of {count}"));
        }
        return labels;
    }

    private static void Draw(LabelVolume labels, double centreZ, double centreY, double centreX, double radius)
    {
        var size = labels.Shape.Depth;
        for (var z = (int)Math.Floor(centreZ - radius); z <= centreZ + radius; z++)
        {
            var slice = labels.Slice(Wrap(z, size));
            for (var y = (int)Math.Floor(centreY - radius); y <= centreY + radius; y++)
            {
                // Half a voxel more: a voxel belongs to the sphere that its centre lies in.
                var (dz, dy) = (z + 0.5 - centreZ, y + 0.5 - centreY);
                var left = (radius * radius) - (dz * dz) - (dy * dy);
                if (left < 0)
                    continue;
                var reach = Math.Sqrt(left);
                var row = slice.Slice(Wrap(y, size) * size, size);
                for (var x = (int)Math.Ceiling(centreX - reach - 0.5); x <= (int)Math.Floor(centreX + reach - 0.5); x++)
                    row[Wrap(x, size)] = 1;
            }
        }
    }

    private static int Wrap(int index, int size) => ((index % size) + size) % size;
}
