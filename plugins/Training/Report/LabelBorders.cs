using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Report;

/// <summary>Finds phases that are no material, but come of label images that were resampled with interpolation: thin seams with a value in between.</summary>
internal static class LabelBorders
{
    // An interpolated seam is nowhere thicker than a voxel or two, and is a small part of the whole.
    private const double MostOfAll = 0.05;
    private const double LeastBetween = 0.8;

    // Less than this is no phase that anybody painted.
    private const double HardlyAny = 0.0002;

    // Values nearer to each other than this share of the whole range are meant to be one.
    private const double Near = 0.01;

    /// <summary>The phases that hardly occur, or nearly all of whose voxels touch one with a lower label and one with a higher.</summary>
    internal static IReadOnlyList<int> Strays(TrainingData data)
    {
        var phases = data.Phases.Count;
        var (all, between) = (new long[phases], new long[phases]);
        foreach (var volume in data.Training)
        {
            foreach (var z in volume.LabelledSlices)
                Count(volume.Labels[z]!, volume.TrainingRows, volume.Width, all, between);
        }
        var (total, heldBack) = ((double)all.Sum(), data.ValidationCounts());
        return [.. Enumerable.Range(0, phases).Where(label => all[label] + heldBack[label] < HardlyAny * (total + heldBack.Sum())
            || (all[label] > 0 && all[label] < MostOfAll * total && between[label] >= LeastBetween * all[label]))];
    }

    /// <summary>The values that phases are likely to be meant by: those that are no strays, of some close to each other the most frequent.</summary>
    internal static IReadOnlyList<long> Levels(TrainingData data, IReadOnlyList<int> strays)
    {
        var counts = data.PhaseCounts();
        var range = data.Phases[^1].FileValue - data.Phases[0].FileValue;
        var levels = new List<long>();
        foreach (var label in Enumerable.Range(0, counts.Count).Except(strays).OrderByDescending(label => counts[label]))
        {
            if (levels.TrueForAll(level => Math.Abs(level - data.Phases[label].FileValue) > Near * range))
                levels.Add(data.Phases[label].FileValue);
        }
        return [.. levels.Order()];
    }

    private static void Count(byte[] labels, int height, int width, long[] all, long[] between)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var label = labels[(y * width) + x];
                if (label == LabelVolume.Unlabelled)
                    continue;
                all[label]++;
                if (label > 0 && label < all.Length - 1 && IsBetween(labels, height, width, y, x))
                    between[label]++;
            }
        }
    }

    private static bool IsBetween(byte[] labels, int height, int width, int y, int x)
    {
        var label = labels[(y * width) + x];
        var (lower, higher) = (false, false);
        for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
        {
            for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
            {
                var other = labels[(row * width) + column];
                lower |= other < label;
                higher |= other > label && other != LabelVolume.Unlabelled;
            }
        }
        return lower && higher;
    }
}
