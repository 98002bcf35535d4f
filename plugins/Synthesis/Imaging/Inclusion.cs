using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>A ball that absorbs strongly. Places and radius are in voxels of the tomogram.</summary>
internal readonly record struct Inclusion(double Z, double Y, double X, double Radius, float Grey)
{
    /// <summary>Balls anywhere in a volume, at random.</summary>
    public static IReadOnlyList<Inclusion> Scatter(int count, VolumeShape shape, double radius, double grey, CounterRandom random)
    {
        var inclusions = new Inclusion[count];
        for (var i = 0; i < count; i++)
        {
            inclusions[i] = new Inclusion(random.Uniform((3L * i) + 0) * shape.Depth, random.Uniform((3L * i) + 1) * shape.Height,
                random.Uniform((3L * i) + 2) * shape.Width, radius, (float)grey);
        }
        return inclusions;
    }

    /// <summary>Gives a value to the voxels of one slice whose centres are in the ball.</summary>
    public void Draw<T>(int z, VolumeShape shape, Span<T> slice, T value)
    {
        var rest = (Radius * Radius) - ((z - Z) * (z - Z));
        if (rest <= 0)
            return;
        var reach = Math.Sqrt(rest);
        for (var y = Math.Max(0, (int)Math.Ceiling(Y - reach)); y <= Math.Min(shape.Height - 1, (int)(Y + reach)); y++)
        {
            var half = Math.Sqrt(Math.Max(0, rest - ((y - Y) * (y - Y))));
            var first = Math.Max(0, (int)Math.Ceiling(X - half));
            var last = Math.Min(shape.Width - 1, (int)Math.Floor(X + half));
            if (first <= last)
                slice.Slice((y * shape.Width) + first, last - first + 1).Fill(value);
        }
    }
}
