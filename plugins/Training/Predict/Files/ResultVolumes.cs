using System.Buffers;

using VolumeViewer.Plugins.Training.Predict.Combine;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict.Files;

/// <summary>The volumes that a prediction gives: in memory, or in files of its work folder. Slices can be written from several threads.</summary>
internal sealed class ResultVolumes : IDisposable
{
    private readonly PhaseTable _phases;
    private readonly PredictionWork? _work;
    private readonly LabelVolume? _labels;
    private readonly RawVolumeFile? _labelFile;
    private readonly List<(string Title, double Most, IVolumeSource Volume)> _images = [];
    private readonly bool _hasProbabilities;
    private readonly bool _hasEntropy;

    /// <param name="shape">Of the volume.</param>
    /// <param name="spacing">Of the volume.</param>
    /// <param name="phases">Of the model.</param>
    /// <param name="parameters">Tell what is asked for.</param>
    /// <param name="work">Where files go, or null for memory.</param>
    internal ResultVolumes(VolumeShape shape, Spacing spacing, PhaseTable phases, PredictParameters parameters, PredictionWork? work)
    {
        (Shape, _phases, _work) = (shape, phases, work);
        (_hasProbabilities, _hasEntropy) = (parameters.Probabilities, parameters.Entropy);
        if (work is null)
            _labels = new LabelVolume(shape, phases, spacing);
        else
            _labelFile = work.Volume("labels", shape, spacing, VoxelType.UInt8);
        for (var phase = 0; _hasProbabilities && phase < phases.Count; phase++)
            _images.Add(($"probability of {phases[phase].Name}", 255, Bytes($"probability-{phase}")));
        if (_hasEntropy)
            _images.Add(("entropy", 255, Bytes("entropy")));
        if (parameters.Axes == SliceAxes.All)
            _images.Add(("disagreement", 2, Bytes("disagreement")));

        IVolumeSource Bytes(string name) => work is null ? new Volume<byte>(shape, spacing) : work.Volume(name, shape, spacing, VoxelType.UInt8);
    }

    /// <summary>Bytes for each voxel of the volume.</summary>
    internal static int BytesPerVoxel(PredictParameters parameters, int phases) =>
        1 + (parameters.Probabilities ? phases : 0) + (parameters.Entropy ? 1 : 0) + (parameters.Axes == SliceAxes.All ? 1 : 0);

    internal VolumeShape Shape { get; }

    /// <summary>Whether probabilities are needed.</summary>
    internal bool NeedsShares => _hasProbabilities || _hasEntropy;

    /// <summary>Writes a slice.</summary>
    internal void Write(int z, ReadOnlySpan<byte> labels, ReadOnlySpan<float> shares, ReadOnlySpan<byte> disagreement)
    {
        if (_labels is not null)
            labels.CopyTo(_labels.Slice(z));
        else
            _labelFile!.Write(z, 0, labels);
        var image = 0;
        var rented = ArrayPool<byte>.Shared.Rent(labels.Length);
        try
        {
            var bytes = rented.AsSpan(0, labels.Length);
            for (var phase = 0; _hasProbabilities && phase < _phases.Count; phase++)
            {
                Shares.ToBytes(shares, _phases.Count, phase, bytes);
                Put(image++, z, bytes);
            }
            if (_hasEntropy)
            {
                Shares.Entropy(shares, _phases.Count, bytes);
                Put(image++, z, bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
        if (image < _images.Count)
            Put(image, z, disagreement);
    }

    /// <summary>Voxels of each phase.</summary>
    internal long[] Count()
    {
        var counts = new long[LabelVolume.Unlabelled + 1];
        var slice = new byte[Shape.SliceLength];
        for (var z = 0; z < Shape.Depth; z++)
        {
            if (_labels is not null)
                _labels.Slice(z).CopyTo(slice);
            else
                _labelFile!.ReadSlice(z, slice);
            foreach (var label in slice)
                counts[label]++;
        }
        return counts[.._phases.Count];
    }

    /// <summary>The volumes as layers, which own them from now on.</summary>
    /// <param name="name">Of the volume.</param>
    /// <param name="network">Of the network.</param>
    internal List<Layer> GiveAway(string name, string network)
    {
        var origin = $"predict.network ({network}) of {name}";
        // A file of labels cannot be painted on, so it is an image of the phases' values; whoever writes it finds the phases.
        var layers = new List<Layer>
        {
            _labels is not null
                ? new LabelsLayer($"{name} ({network})", _labels) { Origin = origin }
                : new ImageLayer($"{name} ({network})", new LabelFile(_labelFile!, _phases)) { Origin = origin },
        };
        foreach (var (title, most, volume) in _images)
            layers.Add(new ImageLayer($"{name}, {title}", volume) { Origin = origin, Visible = false, ContrastLimits = new ContrastLimits(0, (float)most) });
        _work?.GiveAway([.. _images.Select(image => image.Volume).Append(_labelFile).OfType<RawVolumeFile>()]);
        return layers;
    }

    /// <summary>Lets go of what nobody takes over.</summary>
    public void Dispose()
    {
        _labels?.Dispose();
        _labelFile?.Dispose();
        foreach (var (_, _, volume) in _images)
            volume.Dispose();
    }

    private void Put(int image, int z, ReadOnlySpan<byte> bytes)
    {
        if (_images[image].Volume is Volume<byte> volume)
            bytes.CopyTo(volume.Slice(z));
        else
            ((RawVolumeFile)_images[image].Volume).Write(z, 0, bytes);
    }
}
