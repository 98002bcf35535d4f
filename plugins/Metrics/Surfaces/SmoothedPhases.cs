using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// The share of each phase in the voxels around, weighted by a Gaussian, in some slices of a volume. Where a voxel is missing or unlabelled, the one in
/// the middle stands for it along each axis, so that the shares of a voxel sum to 1; an unlabelled voxel has none.
/// </summary>
/// <remarks>Rows are followed by voxels that count as unlabelled up to whole vectors, so that loops over vectors have no rest.</remarks>
internal sealed class SmoothedPhases
{
    private readonly LabelVolume _labels;
    private readonly float[] _weights;
    private readonly int _slices;
    private readonly int _border;
    private readonly int _stride;
    // By slice, with those around that are weighed in: 1 where a voxel is labelled.
    private readonly float[][] _mask;
    private readonly float[][] _indicator;
    private readonly float[][] _flat;
    private readonly float[] _row;
    private readonly float[][][] _shares;
    private readonly bool[] _has;
    private int _start;

    /// <param name="labels">The volume.</param>
    /// <param name="slices">How many slices are read at once.</param>
    /// <param name="sigma">Of the Gaussian, voxels along each axis.</param>
    /// <param name="radius">Voxels at which it is cut off.</param>
    public SmoothedPhases(LabelVolume labels, int slices, double sigma, int radius)
    {
        (_labels, _slices, _border) = (labels, slices, Math.Max(1, radius));
        Width = (labels.Shape.Width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _stride = Width + (2 * _border);
        var weights = Enumerable.Range(0, radius + 1).Select(k => Math.Exp(-k * k / (2 * sigma * sigma))).ToArray();
        var sum = (2 * weights.Sum()) - weights[0];
        _weights = [.. weights.Select(weight => (float)(weight / sum))];
        _mask = Planes(slices + (2 * radius));
        _indicator = Planes(slices + (2 * radius));
        _flat = Planes(slices + (2 * radius));
        _row = new float[PlaneLength];
        _shares = [.. Enumerable.Range(0, PhaseCount).Select(_ => Array.Empty<float[]>())];
        _has = new bool[PhaseCount];
    }

    /// <summary>How many phases there are.</summary>
    public int PhaseCount => _labels.Phases.Count;

    /// <summary>Columns of a row, whole vectors.</summary>
    public int Width { get; }

    private int Radius => _weights.Length - 1;

    private int PlaneLength => (_labels.Shape.Height + (2 * _border)) * _stride;

    /// <summary>Whether any voxel around the slices has the phase.</summary>
    public bool Has(int phase) => _has[phase];

    /// <summary>The shares of a phase along a row, from column dx on; 0 outside of the volume.</summary>
    /// <param name="phase">A phase that is there, see <see cref="Has"/>.</param>
    /// <param name="z">One of the slices read.</param>
    /// <param name="y">From −1 to the height.</param>
    /// <param name="dx">From −1 to 1.</param>
    public ReadOnlySpan<float> Row(int phase, int z, int y, int dx) => _shares[phase][z - _start].AsSpan(At(y) + dx, Width);

    /// <summary>1 where a voxel is labelled, 0 elsewhere, as for <see cref="Row"/>.</summary>
    public ReadOnlySpan<float> Mask(int z, int y, int dx) => _mask[z - _start + Radius].AsSpan(At(y) + dx, Width);

    /// <summary>Smooths the slices from <paramref name="start"/> on, which may lie outside of the volume.</summary>
    public void Read(int start)
    {
        _start = start;
        for (var i = 0; i < _mask.Length; i++)
            Fill(_mask[i], start - Radius + i, label => label != LabelVolume.Unlabelled);
        for (var phase = 0; phase < PhaseCount; phase++)
        {
            _has[phase] = false;
            for (var z = Math.Max(0, start - Radius); z < Math.Min(_labels.Shape.Depth, start + _slices + Radius) && !_has[phase]; z++)
                _has[phase] = _labels.Slice(z).Contains((byte)phase);
            if (_has[phase])
                Smooth(phase);
        }
    }

    private void Smooth(int phase)
    {
        if (_shares[phase].Length == 0)
            _shares[phase] = Planes(_slices);
        for (var i = 0; i < _indicator.Length; i++)
        {
            Fill(_indicator[i], _start - Radius + i, label => label == phase);
            Blur(_indicator, i, 0, 1, _row);
            Blur([_row], 0, i, 0, _stride, _flat[i]);
        }
        for (var i = 0; i < _slices; i++)
            Blur(_flat, i + Radius, i + Radius, 1, 0, _shares[phase][i]);
    }

    private void Blur(float[][] from, int plane, int planeStep, int step, float[] to) => Blur(from, plane, plane, planeStep, step, to);

    // Along the axis on which neighbours are some planes, or some places in the plane, apart.
    private void Blur(float[][] from, int plane, int maskPlane, int planeStep, int step, float[] to)
    {
        var one = Vector<float>.One;
        for (var y = 0; y < _labels.Shape.Height; y++)
        {
            for (int i = At(y), end = At(y) + Width; i < end; i += Vector<float>.Count)
            {
                var own = new Vector<float>(from[plane], i);
                var (kept, sum) = (new Vector<float>(_weights[0]), Vector<float>.Zero);
                for (var k = 1; k < _weights.Length; k++)
                {
                    var weight = new Vector<float>(_weights[k]);
                    var (before, after) = (i - (k * step), i + (k * step));
                    var missing = one + one - new Vector<float>(_mask[maskPlane - (k * planeStep)], before) - new Vector<float>(_mask[maskPlane + (k * planeStep)], after);
                    kept += weight * missing;
                    sum += weight * (new Vector<float>(from[plane - (k * planeStep)], before) + new Vector<float>(from[plane + (k * planeStep)], after));
                }
                (((own * kept) + sum) * new Vector<float>(_mask[maskPlane], i)).CopyTo(to, i);
            }
        }
    }

    private void Fill(float[] plane, int z, Func<byte, bool> isIn)
    {
        if (z < 0 || z >= _labels.Shape.Depth)
        {
            Array.Clear(plane);
            return;
        }
        Span<float> values = stackalloc float[byte.MaxValue + 1];
        for (var label = 0; label < values.Length; label++)
            values[label] = isIn((byte)label) ? 1 : 0;
        var slice = _labels.Slice(z);
        var width = _labels.Shape.Width;
        for (var y = 0; y < _labels.Shape.Height; y++)
        {
            var row = slice.Slice(y * width, width);
            var to = plane.AsSpan(At(y), width);
            for (var x = 0; x < row.Length; x++)
                to[x] = values[row[x]];
        }
    }

    private int At(int y) => ((y + _border) * _stride) + _border;

    private float[][] Planes(int count) => [.. Enumerable.Range(0, count).Select(_ => new float[PlaneLength])];
}
