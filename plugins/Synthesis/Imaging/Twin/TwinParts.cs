using VolumeViewer.Plugins.Synthesis.Bias;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>The eight halves of a real volume (four quarters of a single slice), measured one by one: from their scatter come the intervals of its numbers.</summary>
internal static class TwinParts
{
    // An axis is cut where its halves have so many voxels.
    private const int LeastOfPart = 16;
    private const int LeastParts = 4;

    /// <summary>What each part measures; those of which nothing can be told are left out.</summary>
    /// <param name="labels">The phases of the volume.</param>
    /// <param name="greys">Its image.</param>
    /// <param name="limits">Ends of the histogram of greys, the same for all.</param>
    /// <param name="cancellationToken">Stops between parts.</param>
    public static IReadOnlyList<(StructureMeasures Structure, GreyMeasures Greys)> Of(
        LabelVolume labels, IVolumeSource greys, (float Low, float High)? limits, CancellationToken cancellationToken)
    {
        var parts = new List<(StructureMeasures, GreyMeasures)>();
        foreach (var box in Boxes(labels.Shape))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var shape = new VolumeShape(box.Depth, box.Height, box.Width);
            using var part = new LabelVolume(shape, labels.Phases, labels.Spacing);
            using var image = new Volume<float>(shape, labels.Spacing);
            part.ForEachSlice(z =>
            {
                var slice = new float[labels.Shape.SliceLength];
                greys.ReadSlice(box.Z + z, slice);
                for (var y = 0; y < box.Height; y++)
                {
                    var from = ((box.Y + y) * labels.Shape.Width) + box.X;
                    labels.Slice(box.Z + z).Slice(from, box.Width).CopyTo(part.Slice(z)[(y * box.Width)..]);
                    slice.AsSpan(from, box.Width).CopyTo(image.Slice(z)[(y * box.Width)..]);
                }
            }, cancellationToken);
            try
            {
                parts.Add((StructureMeasures.Of(part, cancellationToken), GreyMeasures.Of(image, part, null, limits, cancellationToken)));
            }
            catch (UserException)
            {
                // Nothing is labelled here.
            }
        }
        return parts;
    }

    /// <summary>Half of the 95 % interval of a mean by Student's t; null where fewer than four parts have the number.</summary>
    public static double? HalfWidth(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        if (known.Length < LeastParts)
            return null;
        var mean = known.Average();
        var variance = known.Sum(value => (value - mean) * (value - mean)) / (known.Length - 1);
        return StudentQuantile.Two95(known.Length - 1) * Math.Sqrt(variance / known.Length);
    }

    private static IEnumerable<VoxelBox> Boxes(VolumeShape shape) =>
        from z in Halves(shape.Depth)
        from y in Halves(shape.Height)
        from x in Halves(shape.Width)
        select new VoxelBox(z.First, y.First, x.First, z.Length, y.Length, x.Length);

    private static (int First, int Length)[] Halves(int side) => side < 2 * LeastOfPart ? [(0, side)] : [(0, side / 2), (side / 2, side - (side / 2))];
}
