using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Smooths borders by blurring the shares of phases with a Gaussian, one phase alone or all against each other. The volume goes on beyond its faces as in a mirror.</summary>
internal static class GaussianVote
{
    // Beyond four standard deviations the Gaussian is below 4·10⁻⁴ of its peak.
    private const double Reach = 4;

    // Where two phases have equal shares, which rounding may hide, a voxel stays what it is.
    private const float Loyalty = 1e-5f;

    /// <summary>Every labelled voxel gets the phase whose blurred share is greatest.</summary>
    public static LabelVolume All(LabelEdit edit, double sigma)
    {
        var best = new float[edit.Shape.Depth][];
        var result = edit.Copy();
        var present = Present(edit);
        foreach (var (turn, phase) in present.Index())
        {
            edit.Report(turn / (double)present.Count, $"blurring {edit.Phases[phase].Name}");
            var shares = Blur(edit, phase, sigma);
            Parallel.For(0, edit.Shape.Depth, edit.Parallel, z =>
            {
                var own = edit.Source.Slice(z);
                var to = result.Slice(z);
                var from = shares[z];
                if (best[z] is null)
                {
                    best[z] = new float[from.Length];
                    best[z].AsSpan().Fill(-1);
                }
                for (var i = 0; i < from.Length; i++)
                {
                    var share = from[i] + (own[i] == phase ? Loyalty : 0);
                    if (share <= best[z][i] || own[i] == LabelVolume.Unlabelled)
                        continue;
                    best[z][i] = share;
                    to[i] = phase;
                }
            });
        }
        return result;
    }

    /// <summary>A phase becomes what its blurred share is above one half in.</summary>
    public static LabelVolume One(LabelEdit edit, byte phase, double sigma, Replacement replacement)
    {
        edit.Report(0, $"blurring {edit.Phases[phase].Name}");
        var shares = Blur(edit, phase, sigma);
        edit.Report(0.6, "measuring distances");
        var around = new PhaseDistance(edit, phase);
        return edit.Map("cutting", (z, before, after) =>
        {
            for (var i = 0; i < before.Length; i++)
            {
                var isIn = shares[z][i] + (before[i] == phase ? Loyalty : -Loyalty) > 0.5f;
                after[i] = isIn ? phase : before[i] == phase ? around.Replace(replacement, z, i) : before[i];
            }
        });
    }

    /// <summary>The weights of a Gaussian from the middle outwards; both sides together sum to 1.</summary>
    internal static float[] Kernel(double sigma, double spacing)
    {
        var reach = (int)Math.Ceiling(Reach * sigma / spacing);
        var weights = Enumerable.Range(0, reach + 1).Select(i => Math.Exp(-0.5 * (i * spacing / sigma) * (i * spacing / sigma))).ToList();
        var sum = (2 * weights.Sum()) - weights[0];
        return [.. weights.Select(weight => (float)(weight / sum))];
    }

    private static List<byte> Present(LabelEdit edit)
    {
        var isThere = new bool[LabelVolume.Unlabelled + 1];
        edit.Source.ForEachSlice(z =>
        {
            foreach (var label in edit.Source.Slice(z))
                isThere[label] = true;
        }, edit.Token);
        return [.. Enumerable.Range(0, edit.Phases.Count).Where(label => isThere[label]).Select(label => (byte)label)];
    }

    private static float[][] Blur(LabelEdit edit, byte phase, double sigma)
    {
        var (shape, spacing) = (edit.Shape, edit.Spacing);
        var (alongZ, alongY, alongX) = (Kernel(sigma, spacing.Z), Kernel(sigma, spacing.Y), Kernel(sigma, spacing.X));
        var planes = new float[shape.Depth][];
        Parallel.For(0, shape.Depth, edit.Parallel, z =>
        {
            var labels = edit.Source.Slice(z);
            var plane = new float[shape.SliceLength];
            for (var i = 0; i < plane.Length; i++)
                plane[i] = labels[i] == phase ? 1 : 0;
            var padded = new float[shape.Width + (2 * (alongX.Length - 1))];
            for (var y = 0; y < shape.Height; y++)
                BlurRow(plane.AsSpan(y * shape.Width, shape.Width), padded, alongX);
            planes[z] = new float[shape.SliceLength];
            for (var y = 0; y < shape.Height; y++)
            {
                var target = planes[z].AsSpan(y * shape.Width, shape.Width);
                for (var k = 1 - alongY.Length; k < alongY.Length; k++)
                    AddScaled(plane.AsSpan(Mirror(y + k, shape.Height) * shape.Width, shape.Width), alongY[Math.Abs(k)], target);
            }
        });
        var blurred = new float[shape.Depth][];
        Parallel.For(0, shape.Depth, edit.Parallel, z =>
        {
            blurred[z] = new float[shape.SliceLength];
            for (var k = 1 - alongZ.Length; k < alongZ.Length; k++)
                AddScaled(planes[Mirror(z + k, shape.Depth)], alongZ[Math.Abs(k)], blurred[z]);
        });
        return blurred;
    }

    private static void BlurRow(Span<float> row, float[] padded, float[] kernel)
    {
        var reach = kernel.Length - 1;
        for (var x = 0; x < padded.Length; x++)
            padded[x] = row[Mirror(x - reach, row.Length)];
        row.Clear();
        for (var k = -reach; k <= reach; k++)
            AddScaled(padded.AsSpan(reach + k, row.Length), kernel[Math.Abs(k)], row);
    }

    private static void AddScaled(ReadOnlySpan<float> from, float weight, Span<float> to)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(from);
        var targets = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < vectors.Length; i++)
            targets[i] += vectors[i] * weight;
        for (var i = vectors.Length * Vector<float>.Count; i < from.Length; i++)
            to[i] += from[i] * weight;
    }

    // …2 1 0 | 0 1 2 … n-1 | n-1 n-2 …, as often as it takes.
    private static int Mirror(int i, int length)
    {
        var place = i % (2 * length);
        place += place < 0 ? 2 * length : 0;
        return place < length ? place : (2 * length) - 1 - place;
    }
}
