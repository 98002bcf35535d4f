using VolumeViewer.Plugins.Metrics.Transport;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Transport;

/// <summary>
/// Effective conductivity by another way: a list of resistors between voxels and walls, solved by plain conjugate gradients in double precision, whatever the
/// volume's parts are connected to.
/// </summary>
internal sealed class ResistorNetwork
{
    private readonly List<(int From, int To, double Conductance, double Drop)> _resistors = [];
    private readonly int _count;

    public ResistorNetwork(LabelVolume volume, double[] conductivities, Axis axis, TransportBoundary boundary)
    {
        var shape = volume.Shape;
        _count = (int)shape.VoxelCount;
        int[] lengths = [shape.Depth, shape.Height, shape.Width];
        double[] spacing = [volume.Spacing.Z, volume.Spacing.Y, volume.Spacing.X];
        double Of(int[] voxel) => volume.At(voxel[0], voxel[1], voxel[2]) is var label && label == LabelVolume.Unlabelled ? 0 : conductivities[label];
        int Index(int[] voxel) => (((voxel[0] * shape.Height) + voxel[1]) * shape.Width) + voxel[2];
        var flux = (int)axis;
        for (var voxel = 0; voxel < _count; voxel++)
        {
            int[] here = [voxel / shape.SliceLength, voxel / shape.Width % shape.Height, voxel % shape.Width];
            for (var along = 0; along < 3; along++)
            {
                var geometry = spacing[0] * spacing[1] * spacing[2] / (spacing[along] * spacing[along]);
                var drop = along == flux ? 1.0 / lengths[flux] : 0;
                var isPeriodic = along == flux ? boundary == TransportBoundary.Periodic : boundary != TransportBoundary.Walls;
                if (along == flux && !isPeriodic && here[along] == 0 && Of(here) > 0)
                    _resistors.Add((-1, voxel, 2 * Of(here) * geometry, drop / 2));
                if (along == flux && !isPeriodic && here[along] == lengths[along] - 1 && Of(here) > 0)
                    _resistors.Add((voxel, -1, 2 * Of(here) * geometry, drop / 2));
                if (here[along] == lengths[along] - 1 && !isPeriodic)
                    continue;
                int[] next = [.. here];
                next[along] = (next[along] + 1) % lengths[along];
                if (Of(here) > 0 && Of(next) > 0)
                    _resistors.Add((voxel, Index(next), 2 / ((1 / Of(here)) + (1 / Of(next))) * geometry, drop));
            }
        }
        Scale = lengths[flux] * spacing[flux] * lengths[flux] * spacing[flux] / (_count * spacing[0] * spacing[1] * spacing[2]);
    }

    private double Scale { get; }

    /// <summary>Effective conductivity, from the power that all resistors take at a drop of 1.</summary>
    public double Effective()
    {
        var (x, r) = (new double[_count], new double[_count]);
        foreach (var (from, to, conductance, drop) in _resistors)
        {
            Add(r, from, -conductance * drop);
            Add(r, to, conductance * drop);
        }
        var (p, squares) = (r.ToArray(), r.Sum(value => value * value));
        var least = squares * 1e-24;
        for (var step = 0; step < 20 * _count && squares > least; step++)
        {
            var q = new double[_count];
            foreach (var (from, to, conductance, _) in _resistors)
            {
                var current = conductance * (At(p, from) - At(p, to));
                Add(q, from, current);
                Add(q, to, -current);
            }
            var length = squares / p.Zip(q, (a, b) => a * b).Sum();
            for (var i = 0; i < _count; i++)
            {
                x[i] += length * p[i];
                r[i] -= length * q[i];
            }
            var next = r.Sum(value => value * value);
            for (var i = 0; i < _count; i++)
                p[i] = r[i] + (next / squares * p[i]);
            squares = next;
        }
        return Scale * _resistors.Sum(each => each.Conductance * Math.Pow(At(x, each.From) - At(x, each.To) + each.Drop, 2));
    }

    private static double At(double[] field, int node) => node < 0 ? 0 : field[node];

    private static void Add(double[] field, int node, double value)
    {
        if (node >= 0)
            field[node] += value;
    }
}
