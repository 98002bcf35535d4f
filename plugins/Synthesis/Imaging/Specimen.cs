using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>What stands in the beam: the greys above air that labels stand for, at the voxels of the tomogram.</summary>
internal sealed class Specimen
{
    private readonly LabelVolume _labels;
    private readonly int _binning;
    private readonly float[] _greyOf = new float[byte.MaxValue + 1];
    private readonly IReadOnlyList<Inclusion> _inclusions;

    /// <param name="labels">The truth.</param>
    /// <param name="greys">By label, above air. Unlabelled voxels count as air.</param>
    /// <param name="binning">Voxels of the truth along each edge of one of the tomogram; what does not fill a voxel at the far ends is cropped.</param>
    /// <param name="inclusions">Balls that absorb more, placed in voxels of the tomogram.</param>
    /// <exception cref="UserException">The volume is thinner than one voxel of the tomogram.</exception>
    public Specimen(LabelVolume labels, IReadOnlyList<double> greys, int binning, IReadOnlyList<Inclusion>? inclusions = null)
    {
        (_labels, _binning, _inclusions) = (labels, binning, inclusions ?? []);
        var (shape, spacing) = (labels.Shape, labels.Spacing);
        if (shape.Depth < binning || shape.Height < binning || shape.Width < binning)
            throw new UserException($"--binning: {binning} voxels are more than the {shape} voxels (z, y, x) of the labels; bin fewer.");
        Shape = new VolumeShape(shape.Depth / binning, shape.Height / binning, shape.Width / binning);
        // Where no size is known lengths are counted in voxels: those of the tomogram, which is all that its user sees.
        Spacing = spacing.IsCalibrated ? new Spacing(spacing.Z * binning, spacing.Y * binning, spacing.X * binning) : spacing;
        for (var label = 0; label < greys.Count; label++)
            _greyOf[label] = (float)greys[label];
    }

    /// <summary>A field of variance 1 over the tomogram by which the greys change, and how much for one of it; null for uniform phases.</summary>
    public (PeriodicGaussianField Field, float Strength)? Texture { get; init; }

    /// <summary>Of the tomogram.</summary>
    public VolumeShape Shape { get; }

    /// <summary>Of the tomogram.</summary>
    public Spacing Spacing { get; }

    /// <summary>The mean grey above air.</summary>
    public double Mean(CancellationToken cancellationToken)
    {
        var sums = new double[Shape.Depth];
        Parallel.For(0, Shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, () => new float[Shape.SliceLength], (z, _, slice) =>
        {
            FillSlice(z, slice);
            double sum = 0;
            foreach (var grey in slice)
                sum += grey;
            sums[z] = sum;
            return slice;
        }, _ => { });
        return sums.Sum() / Shape.VoxelCount;
    }

    /// <summary>The greys above air of one slice of the tomogram.</summary>
    public void FillSlice(int z, Span<float> greys)
    {
        if (_binning == 1)
        {
            var labels = _labels.Slice(z);
            for (var i = 0; i < greys.Length; i++)
                greys[i] = _greyOf[labels[i]];
        }
        else
            FillBinned(z, greys);
        if (Texture is { } texture)
        {
            var field = new float[greys.Length];
            texture.Field.Slice(z, field);
            for (var i = 0; i < greys.Length; i++)
                greys[i] *= Math.Max(0, 1 + (texture.Strength * field[i]));
        }
        foreach (var inclusion in _inclusions)
            inclusion.Draw(z, Shape, greys, inclusion.Grey);
    }

    /// <summary>The truth at the voxels of the tomogram: the most frequent phase of each (the first of equals); inclusions are unlabelled. The caller owns it.</summary>
    public LabelVolume Truth(CancellationToken cancellationToken)
    {
        var truth = new LabelVolume(Shape, _labels.Phases, Spacing);
        truth.ForEachSlice(z =>
        {
            if (_binning == 1)
                _labels.Slice(z).CopyTo(truth.Slice(z));
            else
                Vote(z, truth.Slice(z));
            foreach (var inclusion in _inclusions)
                inclusion.Draw(z, Shape, truth.Slice(z), LabelVolume.Unlabelled);
        }, cancellationToken);
        return truth;
    }

    private void FillBinned(int z, Span<float> greys)
    {
        greys.Clear();
        var share = 1f / (_binning * _binning * _binning);
        for (var from = z * _binning; from < (z + 1) * _binning; from++)
        {
            var labels = _labels.Slice(from);
            for (var y = 0; y < Shape.Height * _binning; y++)
            {
                var row = labels.Slice(y * _labels.Shape.Width, Shape.Width * _binning);
                var target = greys.Slice(y / _binning * Shape.Width, Shape.Width);
                for (var x = 0; x < row.Length; x++)
                    target[x / _binning] += _greyOf[row[x]] * share;
            }
        }
    }

    private void Vote(int z, Span<byte> truth)
    {
        Span<int> votes = stackalloc int[byte.MaxValue + 1];
        for (var y = 0; y < Shape.Height; y++)
        {
            for (var x = 0; x < Shape.Width; x++)
            {
                votes.Clear();
                for (var dz = 0; dz < _binning; dz++)
                {
                    var labels = _labels.Slice((z * _binning) + dz);
                    for (var dy = 0; dy < _binning; dy++)
                    {
                        foreach (var label in labels.Slice((((y * _binning) + dy) * _labels.Shape.Width) + (x * _binning), _binning))
                            votes[label]++;
                    }
                }
                var best = 0;
                for (var label = 1; label < votes.Length; label++)
                    best = votes[label] > votes[best] ? label : best;
                truth[(y * Shape.Width) + x] = (byte)best;
            }
        }
    }
}
