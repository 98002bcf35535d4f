using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Rows of one slice as they are labelled and as they were predicted; lent for the time of a call.</summary>
/// <param name="Region">To which the slice belongs.</param>
/// <param name="Z">Its number in the volume.</param>
/// <param name="Width">Voxels of a row.</param>
/// <param name="Truth">Labels from the region's first row on.</param>
/// <param name="Predicted">Of the same voxels.</param>
internal readonly record struct JudgedSlice(ValidationRegion Region, int Z, int Width, ReadOnlyMemory<byte> Truth, ReadOnlyMemory<byte> Predicted);

/// <summary>Judges a network by the regions that were held back.</summary>
internal sealed class Validator
{
    private readonly IReadOnlyList<ValidationRegion> _regions;
    private readonly NetworkGeometry _geometry;
    private readonly PatchShape _shape;
    private readonly int _phases;
    private readonly SlicePredictor? _slices;
    private readonly BlockPredictor? _blocks;

    /// <param name="regions">To predict and judge.</param>
    /// <param name="network">Lent.</param>
    /// <param name="geometry">Of the network.</param>
    /// <param name="shape">Of the patches it is trained with.</param>
    /// <param name="device">Where the network lies.</param>
    /// <param name="phases">How many there are.</param>
    internal Validator(
        IReadOnlyList<ValidationRegion> regions, nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, PatchShape shape, Device device, int phases)
    {
        (_regions, _geometry, _shape, _phases) = (regions, geometry, shape, phases);
        if (shape.IsBlock)
            _blocks = new BlockPredictor(network, geometry, device);
        else
            _slices = new SlicePredictor(network, geometry, device);
    }

    /// <summary>Call it with the network in evaluation mode.</summary>
    /// <param name="cancellationToken">Looked at between patches.</param>
    /// <param name="look">Shown every slice as it is judged, for other measures than those that a confusion matrix gives.</param>
    internal ConfusionMatrix Judge(CancellationToken cancellationToken, Action<JudgedSlice>? look = null)
    {
        var matrix = new ConfusionMatrix(_phases);
        foreach (var region in _regions)
        {
            foreach (var slice in _blocks is { } blocks ? JudgeBlock(blocks, region, cancellationToken) : JudgeSlices(_slices!, region, cancellationToken))
            {
                matrix.Add(slice.Truth.Span, slice.Predicted.Span);
                look?.Invoke(slice);
            }
        }
        return matrix;
    }

    private IEnumerable<JudgedSlice> JudgeSlices(SlicePredictor predictor, ValidationRegion region, CancellationToken cancellationToken)
    {
        var (volume, top) = (region.Volume, Top(region));
        foreach (var z in region.LabelledSlices)
        {
            var predicted = new byte[(volume.Height - top) * volume.Width];
            predictor.Predict(Planes(volume, z - _shape.Neighbours, _shape.Inputs, top), volume.Height - top, volume.Width, predicted, null, cancellationToken);
            yield return Judged(region, z, top, predicted);
        }
    }

    private IEnumerable<JudgedSlice> JudgeBlock(BlockPredictor predictor, ValidationRegion region, CancellationToken cancellationToken)
    {
        var (volume, top) = (region.Volume, Top(region));
        // The slices around the block are context too, as far as they were read.
        var (first, end) = (region.FirstSlice, region.EndSlice);
        while (first > Math.Max(0, region.FirstSlice - _geometry.Halo) && volume.Grey[first - 1] is not null)
            first--;
        while (end < Math.Min(volume.Depth, region.EndSlice + _geometry.Halo) && volume.Grey[end] is not null)
            end++;
        // Poolings of the block are to begin where those of the whole volume do.
        first = Math.Min(region.FirstSlice, (first + _geometry.Alignment - 1) / _geometry.Alignment * _geometry.Alignment);
        var length = (volume.Height - top) * volume.Width;
        var predicted = new byte[(end - first) * length];
        predictor.Predict(Planes(volume, first, end - first, top), end - first, volume.Height - top, volume.Width, predicted, null, cancellationToken);
        foreach (var z in region.LabelledSlices)
            yield return Judged(region, z, top, predicted.AsMemory((z - first) * length, length));
    }

    // The rows above are context: predicted with the region, not judged.
    private int Top(ValidationRegion region) => Math.Max(0, region.FirstRow - _geometry.Halo) / _geometry.Alignment * _geometry.Alignment;

    private static JudgedSlice Judged(ValidationRegion region, int z, int top, ReadOnlyMemory<byte> predicted)
    {
        var (volume, firstRow) = (region.Volume, region.FirstRow);
        return new JudgedSlice(region, z, volume.Width, volume.Labels[z].AsMemory(firstRow * volume.Width), predicted[((firstRow - top) * volume.Width)..]);
    }

    // The rows from the given one on, of slices that follow each other.
    private static ReadOnlySpan<float> Planes(TrainingVolume volume, int first, int count, int top)
    {
        if (count == 1)
            return volume.Plane(first).AsSpan(top * volume.Width);
        var length = (volume.Height - top) * volume.Width;
        var planes = new float[count * length];
        for (var i = 0; i < count; i++)
            volume.Plane(first + i).AsSpan(top * volume.Width).CopyTo(planes.AsSpan(i * length));
        return planes;
    }
}
