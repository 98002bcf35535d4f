using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Disagreement;

/// <summary>A place in a volume.</summary>
/// <param name="Z">Slice.</param>
/// <param name="Y">Row.</param>
/// <param name="X">Column.</param>
/// <param name="Value">There.</param>
internal readonly record struct Place(int Z, int Y, int X, float Value);

/// <summary>Finds the highest local maxima of a volume that lie apart from each other.</summary>
internal static class WorstPlaces
{
    /// <summary>The places, the highest first; of neighbours with equal values the first one in (z, y, x).</summary>
    /// <param name="volume">Where to look; only values above 0 count.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="apart">Their least distance, in voxels along x.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    internal static IReadOnlyList<Place> Find(Volume<float> volume, int count, double apart, CancellationToken cancellationToken = default)
    {
        var maxima = new List<Place>[volume.Shape.Depth];
        volume.ForEachSlice(z => maxima[z] = Maxima(volume, z), cancellationToken);
        var (spacing, chosen) = (volume.Spacing, new List<Place>());
        foreach (var place in maxima.SelectMany(each => each).OrderByDescending(place => place.Value).ThenBy(place => place.Z).ThenBy(place => place.Y).ThenBy(place => place.X))
        {
            if (chosen.Count == count)
                break;
            if (chosen.TrueForAll(other => Distance(place, other, spacing) >= apart))
                chosen.Add(place);
        }
        return chosen;
    }

    private static double Distance(Place one, Place other, Spacing spacing)
    {
        var (z, y, x) = ((one.Z - other.Z) * spacing.Z / spacing.X, (one.Y - other.Y) * spacing.Y / spacing.X, (double)(one.X - other.X));
        return Math.Sqrt((z * z) + (y * y) + (x * x));
    }

    private static List<Place> Maxima(Volume<float> volume, int z)
    {
        var (places, shape) = (new List<Place>(), volume.Shape);
        var slice = volume.Slice(z);
        for (var y = 0; y < shape.Height; y++)
        {
            for (var x = 0; x < shape.Width; x++)
            {
                var value = slice[(y * shape.Width) + x];
                if (value > 0 && IsMaximum(volume, z, y, x, value))
                    places.Add(new Place(z, y, x, value));
            }
        }
        return places;
    }

    // Above all neighbours that come before it, and not below those that come after: one place for each plateau of neighbours in a row.
    private static bool IsMaximum(Volume<float> volume, int z, int y, int x, float value)
    {
        var shape = volume.Shape;
        for (var atZ = Math.Max(0, z - 1); atZ <= Math.Min(shape.Depth - 1, z + 1); atZ++)
        {
            var slice = volume.Slice(atZ);
            for (var atY = Math.Max(0, y - 1); atY <= Math.Min(shape.Height - 1, y + 1); atY++)
            {
                for (var atX = Math.Max(0, x - 1); atX <= Math.Min(shape.Width - 1, x + 1); atX++)
                {
                    var other = slice[(atY * shape.Width) + atX];
                    var isBefore = (atZ, atY, atX).CompareTo((z, y, x)) < 0;
                    if (other > value || (other == value && isBefore))
                        return false;
                }
            }
        }
        return true;
    }
}
