using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Keeps the prediction of a chosen region after each epoch: preview/grey.tif, and preview/epoch-0001.tif and so on.</summary>
internal sealed class PreviewWriter
{
    private readonly IVolumeIo _io;
    private readonly string _folder;
    private readonly PhaseTable _phases;
    private readonly Validator _validator;
    private readonly TrainingVolume _volume;
    private readonly int _z;
    private readonly (int Y, int X, int Height, int Width) _box;

    /// <exception cref="UserException">There is no such slice, or the box does not lie in it.</exception>
    internal PreviewWriter(
        IVolumeIo io, RunFolder folder, PreviewRegion region, TrainingData data, TestData? test, int firstSlice, nn.Module<Tensor, Tensor> network,
        NetworkGeometry geometry, PatchShape shape, Device device)
    {
        (_io, _folder, _phases) = (io, folder.PreviewPath, data.Phases);
        (_volume, _z) = Find(region, data, test, firstSlice);
        _box = region.Box ?? (0, 0, _volume.Height, _volume.Width);
        if (_box.Y + _box.Height > _volume.Height || _box.X + _box.Width > _volume.Width)
            throw new UserException($"--preview: the box does not lie in '{_volume.Name}', which has {_volume.Height} rows and {_volume.Width} columns.");
        // A validator predicts what is labelled; so the slice is, with anything.
        var labels = new byte[]?[_volume.Depth];
        labels[_z] = new byte[_volume.Height * _volume.Width];
        _validator = new Validator([new ValidationRegion(_volume with { Labels = labels }, _z, _z + 1, 0)], network, geometry, shape, device, data.Phases.Count);
    }

    /// <summary>Makes the folder, and keeps the grey values.</summary>
    internal void WriteGrey(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        using var grey = new Volume<float>(new VolumeShape(1, _box.Height, _box.Width));
        Cut<float>(_volume.Plane(_z), grey.Slice(0));
        _io.Save(grey, Path.Combine(_folder, "grey.tif"), null, cancellationToken);
    }

    /// <summary>Predicts and keeps the region. Call it with the network in evaluation mode.</summary>
    internal void WriteEpoch(int number, CancellationToken cancellationToken)
    {
        using var labels = new LabelVolume(new VolumeShape(1, _box.Height, _box.Width), _phases);
        _validator.Judge(cancellationToken, slice => Cut(slice.Predicted.Span, labels.Slice(0)));
        _io.Save(labels, Path.Combine(_folder, $"epoch-{number:0000}.tif"), null, cancellationToken);
    }

    private void Cut<T>(ReadOnlySpan<T> slice, Span<T> region)
    {
        for (var y = 0; y < _box.Height; y++)
            slice.Slice(((_box.Y + y) * _volume.Width) + _box.X, _box.Width).CopyTo(region.Slice(y * _box.Width, _box.Width));
    }

    private static (TrainingVolume Volume, int Z) Find(PreviewRegion region, TrainingData data, TestData? test, int firstSlice)
    {
        var volumes = data.Training.Concat(data.Validation.Select(each => each.Volume)).Concat(test?.Regions.Select(each => each.Volume) ?? [])
            .DistinctBy(volume => (volume.Name, volume.Depth)).ToList();
        var fault = new UserException($"--preview: '{region.Name}{(region.Slice > 0 ? $":{region.Slice}" : "")}' is no slice that is learned from, judged by or tested with; "
            + $"there are: {string.Join(", ", volumes.Select(volume => volume.Depth == 1 ? volume.Name : $"{volume.Name}:{firstSlice} to {volume.Name}:{firstSlice + volume.Depth - 1}").Distinct().Take(20))}.");
        var (found, slice) = (volumes.Find(volume => string.Equals(volume.Name, region.Name, StringComparison.OrdinalIgnoreCase)), region.Slice);
        // Of a single volume the number alone is enough.
        if (found is null && volumes is [var only] && int.TryParse(region.Name, out var number))
            (found, slice) = (only, number);
        var z = found is { Depth: > 1 } ? slice - firstSlice : slice;
        return found is not null && z >= 0 && z < found.Depth && found.Grey[z] is not null ? (found, z) : throw fault;
    }
}
