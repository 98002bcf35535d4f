using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Finds the most frequent labels across a thick oblique slice in the volume itself.</summary>
internal sealed class ObliqueLabels : ObliqueWalk<byte>
{
    // What the counts of a band of rows may take.
    private const long MostBytes = 1L << 28;

    private readonly LabelVolume _labels;
    private readonly int _phases;
    private readonly ushort[] _counts;

    private ObliqueLabels(LabelVolume labels, ObliqueKey key) : base(labels.Shape, labels.Spacing, key)
    {
        (_labels, _phases) = (labels, labels.Phases.Count);
        _counts = new ushort[key.Columns * key.Rows * _phases];
    }

    /// <summary>The most frequent label but <see cref="LabelVolume.Unlabelled"/> at each place of a view, row by row; of those that are as frequent the lowest.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="key">The places.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static byte[] Read(LabelVolume labels, ObliqueKey key, CancellationToken cancellationToken)
    {
        var texels = new byte[key.Columns * key.Rows];
        var pixelRow = (long)key.Columns * key.Samples * labels.Phases.Count * sizeof(ushort);
        var band = (int)Math.Clamp(MostBytes / pixelRow, 1, key.Height);
        for (var row = 0; row < key.Height; row += band)
        {
            var part = new ObliqueLabels(labels, key.Band(row, Math.Min(band, key.Height - row)));
            part.Run(cancellationToken);
            part.Finish(texels.AsSpan(row * key.Samples * key.Columns));
        }
        return texels;
    }

    protected override void Read(int z, Span<byte> slice) => _labels.CopySlice(z, slice);

    protected override void Visit(in Places places, in Batch batch, int row, int from, int to)
    {
        for (var column = from; column < to; column++)
        {
            var nearest = places.First + (places.PerRow * row) + (places.PerColumn * column);
            var (plane, end) = Planes(places, batch, nearest);
            var counts = _counts.AsSpan(((row * Key.Columns) + column) * _phases, _phases);
            for (; plane < end; plane++)
            {
                var place = nearest + (places.PerPlane * plane);
                var z = Math.Clamp((int)MathF.Floor(place.Z), 0, Shape.Depth - 1);
                if (!batch.Has(z) || !places.Has(place))
                    continue;
                var label = batch.Slices[z - batch.First][(Math.Clamp((int)place.Y, 0, Shape.Height - 1) * Shape.Width) + Math.Clamp((int)place.X, 0, Shape.Width - 1)];
                if (label < counts.Length)
                    counts[label]++;
            }
        }
    }

    private void Finish(Span<byte> texels)
    {
        for (var i = 0; i * _phases < _counts.Length; i++)
        {
            var counts = _counts.AsSpan(i * _phases, _phases);
            var (shown, most) = (LabelVolume.Unlabelled, 0);
            for (var label = 0; label < counts.Length; label++)
            {
                if (counts[label] > most)
                    (shown, most) = ((byte)label, counts[label]);
            }
            texels[i] = shown;
        }
    }
}
