using System.Globalization;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Scope;

public class MemoryNeedTests
{
    private const double Gibi = 1L << 30;

    private static readonly Runs Plugin = new(new MetricsPlugin());

    private static readonly VolumeShape Shape = new(20, 30, 40);

    [Theory]
    [InlineData("measure.distance", "", 8)]
    [InlineData("measure.thickness", "", 13)]
    [InlineData("measure.particles", "phase=1", 16)]
    [InlineData("measure.coverage", "active=1 binder=2", 16)]
    [InlineData("measure.tortuosity", "phase=0", 44)]
    [InlineData("measure.connectivity", "class-layer=true", 5)]
    [InlineData("measure.connectivity", "", 1.2)]
    public async Task Run_OfAMeasureThatNeedsTheWholeVolume_IsRefusedBelowItsNeedAlone(string operation, string parameters, double bytesPerVoxel)
    {
        using var layer = LabelVolumes.Random(Shape, 3, 1).Layer();
        var needed = (bytesPerVoxel + 1) * Shape.VoxelCount / Gibi;

        using var allowed = await Plugin.Run(operation, $"{parameters} {Memory(1.01 * needed)}", null, ("in", layer));
        var refused = await Assert.ThrowsAsync<UserException>(() => Plugin.Run(operation, $"{parameters} {Memory(0.99 * needed)}", null, ("in", layer)));

        Assert.NotEmpty(allowed.Tables);
        Assert.Contains("of 20 × 30 × 40 voxels (z, y, x) needs about", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--memory", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measure.errors", "reference")]
    [InlineData("measure.boundary-agreement", "reference")]
    [InlineData("compare.labels", "before")]
    public async Task Run_OfAComparisonWithALayer_CountsBothLabellings(string operation, string other)
    {
        using var layer = LabelVolumes.Random(Shape, 3, 1).Layer();
        using var second = LabelVolumes.Random(Shape, 3, 2).Layer();

        var refused = await Assert.ThrowsAsync<UserException>(() => Plugin.Run(operation, Memory(2.9 * Shape.VoxelCount / Gibi), null, ("in", layer), (other, second)));

        Assert.Contains("for labels", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correlation_WithMoreLags_NeedsMore()
    {
        using var layer = LabelVolumes.Random(Shape, 3, 1).Layer();
        var bound = Memory(14.0 * Shape.VoxelCount / Gibi);

        using var few = await Plugin.Run("measure.correlation", $"max-lag=2 {bound}", null, ("in", layer));
        await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.correlation", $"max-lag=19 {bound}", null, ("in", layer)));

        Assert.NotEmpty(few.Tables);
    }

    private static string Memory(double gibibytes) => "memory=" + gibibytes.ToString("G17", CultureInfo.InvariantCulture);
}
