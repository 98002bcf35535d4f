using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>Finds the nearest voxel of another phase within a reach, and the normal of the boundary there. Lengths are in voxels along x.</summary>
internal sealed class Neighbourhood
{
    private const int NormalRadius = 2;
    private const double NormalDeviation = 1;

    private readonly VolumeShape _shape;
    private readonly (int Depth, int Height, int Width) _reach;
    private readonly Offset[] _offsets;
    private readonly Offset[] _near;
    private readonly float[] _weights;
    private readonly float _aspectZ;
    private readonly float _aspectY;

    /// <param name="shape">Of the volume.</param>
    /// <param name="aspectZ">Length of a voxel along z.</param>
    /// <param name="aspectY">Length of a voxel along y.</param>
    /// <param name="reach">How far to look.</param>
    /// <param name="inSlice">Whether to stay in the slice.</param>
    internal Neighbourhood(VolumeShape shape, double aspectZ, double aspectY, double reach, bool inSlice)
    {
        (_shape, _aspectZ, _aspectY) = (shape, (float)aspectZ, (float)aspectY);
        _reach = (inSlice ? 0 : (int)(reach / aspectZ), (int)(reach / aspectY), (int)reach);
        _offsets = Ball(reach, _reach.Depth, _reach.Height, _reach.Width);
        _near = Ball(double.MaxValue, inSlice ? 0 : NormalRadius, NormalRadius, NormalRadius);
        _weights = [.. _near.Select(offset => (float)Math.Exp(-offset.Distance * offset.Distance / (2 * NormalDeviation * NormalDeviation)))];
    }

    /// <summary>Whether there is no other label within the reach of each voxel of a slice; some of which that is true are not found.</summary>
    internal bool[] Inside(LabelVolume labels, int z) => Annotate.Inside.Of(labels, z, _reach.Depth, _reach.Height, _reach.Width);

    internal readonly record struct Offset(int Z, int Y, int X, double Distance);

    /// <summary>The phase of the nearest voxel that has another one than (z, y, x), or null if there is none within the reach.</summary>
    internal byte? Nearest(LabelVolume labels, int z, int y, int x, out Offset nearest)
    {
        var label = labels.Slice(z)[(y * _shape.Width) + x];
        var lastZ = z;
        var slice = labels.Slice(z);
        foreach (ref readonly var offset in _offsets.AsSpan())
        {
            var (atZ, atY, atX) = (z + offset.Z, y + offset.Y, x + offset.X);
            if ((uint)atZ >= (uint)_shape.Depth || (uint)atY >= (uint)_shape.Height || (uint)atX >= (uint)_shape.Width)
                continue;
            if (atZ != lastZ)
            {
                lastZ = atZ;
                slice = labels.Slice(atZ);
            }
            var other = slice[(atY * _shape.Width) + atX];
            if (other != label && other != LabelVolume.Unlabelled)
            {
                nearest = offset;
                return other;
            }
        }
        nearest = default;
        return null;
    }

    /// <summary>
    /// The direction in which a phase ends, as steps in voxels (z, y, x) that make a length of one voxel along x: the gradient of the phase smoothed by a Gaussian
    /// at the nearest voxel of the other phase, or towards that voxel where there is no gradient.
    /// </summary>
    internal (float Z, float Y, float X) Normal(LabelVolume labels, int z, int y, int x, Offset nearest, byte label)
    {
        var (sumZ, sumY, sumX) = (0f, 0f, 0f);
        for (var i = 0; i < _near.Length; i++)
        {
            var offset = _near[i];
            var atZ = Math.Clamp(z + nearest.Z + offset.Z, 0, _shape.Depth - 1);
            var atY = Math.Clamp(y + nearest.Y + offset.Y, 0, _shape.Height - 1);
            var atX = Math.Clamp(x + nearest.X + offset.X, 0, _shape.Width - 1);
            if (labels.Slice(atZ)[(atY * _shape.Width) + atX] != label)
                continue;
            sumZ -= _weights[i] * offset.Z * _aspectZ;
            sumY -= _weights[i] * offset.Y * _aspectY;
            sumX -= _weights[i] * offset.X;
        }
        var length = MathF.Sqrt((sumZ * sumZ) + (sumY * sumY) + (sumX * sumX));
        if (length < 1e-3f)
        {
            (sumZ, sumY, sumX) = (nearest.Z * _aspectZ, nearest.Y * _aspectY, nearest.X);
            length = (float)nearest.Distance;
        }
        return (sumZ / (length * _aspectZ), sumY / (length * _aspectY), sumX / length);
    }

    private Offset[] Ball(double reach, int depth, int height, int width)
    {
        var offsets = new List<Offset>();
        for (var z = -depth; z <= depth; z++)
        {
            for (var y = -height; y <= height; y++)
            {
                for (var x = -width; x <= width; x++)
                {
                    var distance = Math.Sqrt((z * _aspectZ * z * _aspectZ) + (y * _aspectY * y * _aspectY) + (x * x));
                    if (distance > 0 && distance <= reach)
                        offsets.Add(new Offset(z, y, x, distance));
                }
            }
        }
        return [.. offsets.OrderBy(offset => offset.Distance).ThenBy(offset => offset.Z).ThenBy(offset => offset.Y).ThenBy(offset => offset.X)];
    }
}
