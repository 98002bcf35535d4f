using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict.Files;

/// <summary>Labels in a file as a source of their phases' file values.</summary>
/// <param name="labels">Holds the labels; disposed with this.</param>
/// <param name="phases">What they stand for.</param>
internal sealed class LabelFile(RawVolumeFile labels, PhaseTable phases) : IVolumeSource
{
    public VolumeShape Shape => labels.Shape;

    public Spacing Spacing => labels.Spacing;

    public VoxelType VoxelType => One().VoxelType;

    public PhaseTable Phases => phases;

    public void ReadSlice(int z, Span<byte> destination) => One(z).ReadSlice(0, destination);

    public void ReadSlice(int z, Span<float> destination) => One(z).ReadSlice(0, destination);

    public void Dispose() => labels.Dispose();

    private LabelVolume One(int z)
    {
        var one = new LabelVolume(new VolumeShape(1, Shape.Height, Shape.Width), phases);
        labels.ReadSlice(z, one.Slice(0));
        return one;
    }

    private LabelVolume One() => new(new VolumeShape(1, 1, 1), phases);
}
