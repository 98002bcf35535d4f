using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Turns greys into whole numbers between two limits.</summary>
internal static class GreyScaling
{
    private const double Tail = 0.001;

    /// <summary>The limits that were asked for, or those that leave out a thousandth of the voxels at either end.</summary>
    /// <exception cref="UserException">Low is not below high.</exception>
    public static (float Low, float High) Limits(Volume<float> greys, double? low, double? high, CancellationToken cancellation)
    {
        var statistics = low is null || high is null ? IntensityStatistics.Measure(greys, cancellation) : null;
        var limits = ((float)(low ?? statistics!.Percentile(Tail)), (float)(high ?? statistics!.Percentile(1 - Tail)));
        if (!(limits.Item1 < limits.Item2))
            throw new UserException($"--low and --high: low must be below high, got {limits.Item1} and {limits.Item2}.");
        return limits;
    }

    /// <summary>Rounds to bytes: low becomes 0, high 255, and what is beyond counts as the limit.</summary>
    public static Volume<byte> ToBytes(Volume<float> greys, float low, float high, CancellationToken cancellation)
    {
        var scaled = new Volume<byte>(greys.Shape, greys.Spacing);
        greys.ForEachSlice(z =>
        {
            var from = greys.Slice(z);
            var to = scaled.Slice(z);
            for (var i = 0; i < from.Length; i++)
                to[i] = (byte)MathF.Round(Math.Clamp((from[i] - low) / (high - low), 0, 1) * byte.MaxValue);
        }, cancellation);
        return scaled;
    }

    /// <summary>Rounds to 16 bits: low becomes 0, high 65535, and what is beyond counts as the limit.</summary>
    public static Volume<ushort> ToShorts(Volume<float> greys, float low, float high, CancellationToken cancellation)
    {
        var scaled = new Volume<ushort>(greys.Shape, greys.Spacing);
        greys.ForEachSlice(z =>
        {
            var from = greys.Slice(z);
            var to = scaled.Slice(z);
            for (var i = 0; i < from.Length; i++)
                to[i] = (ushort)MathF.Round(Math.Clamp((from[i] - low) / (high - low), 0, 1) * ushort.MaxValue);
        }, cancellation);
        return scaled;
    }
}
