using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Operations;

public sealed class LayerFactoryTests
{
    private static readonly VolumeShape Shape = new(4, 1024, 1024);

    // A quarter of what it may take is for labels, shared by both inputs: 2^20 times four voxels need 32 MiB allowed.
    [Theory]
    [InlineData("in", 1 / 32.0, false)]
    [InlineData("in", 1 / 33.0, true)]
    [InlineData("whole", 1 / 33.0, false)]
    public void Open_ForAnOperation_ReadsLabelsOnDemandWhereItMayAndTheyNeedMoreThanTheirShare(string name, double memory, bool isOnDemand)
    {
        var operation = new Operation<MeasureParameters>("measure", "Measure", (_, _) => new OperationResult())
        {
            Inputs = [new("in", InputKind.Labels, "The labels.") { IsOnDemand = true }, new("whole", InputKind.Labels, "More labels.")],
        };
        using var layer = (LabelsLayer)LayerFactory.Open(new StripesIo(), "stripes.raw", operation, operation.Inputs.Single(input => input.Name == name), new MeasureParameters { Memory = memory });
        Assert.Equal(isOnDemand, layer.Labels.IsOnDemand);
        Assert.Equal([0L, 10, 20], layer.Phases.Select(phase => phase.FileValue));
        for (var z = 0; z < Shape.Depth; z++)
            Assert.Equal((z % 3, z % 3), (layer.Labels.Slice(z)[0], layer.Labels.Slice(z)[^1]));
    }

    [Fact]
    public void Open_OfFewLabelsToLookAt_HasThemInMemory()
    {
        using var layer = (LabelsLayer)LayerFactory.Open(new StripesIo(), "stripes.raw");
        Assert.False(layer.Labels.IsOnDemand);
    }

    private sealed record MeasureParameters
    {
        [Parameter("Memory", Min = 0)]
        public double Memory { get; init; }
    }

    private sealed class StripesIo : IVolumeIo
    {
        public IVolumeSource Open(string path, CancellationToken cancellationToken = default) => new Stripes();

        public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class Stripes : IVolumeSource
    {
        public VolumeShape Shape => LayerFactoryTests.Shape;

        public Spacing Spacing => Spacing.Isotropic(1);

        public VoxelType VoxelType => VoxelType.UInt8;

        public void ReadSlice(int z, Span<byte> destination) => destination.Fill((byte)(10 * (z % 3)));

        public void ReadSlice(int z, Span<float> destination) => destination.Fill(10 * (z % 3));

        public void Dispose()
        {
        }
    }
}
