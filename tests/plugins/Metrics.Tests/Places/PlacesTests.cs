using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Places;

public class PlacesTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    private static readonly VolumeShape Shape = new(6, 8, 10);

    // Grey = 100 z + 10 y + x; phase 1 from column 4 on.
    private static ImageLayer Image(Spacing spacing)
    {
        var volume = new Volume<float>(Shape, spacing);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = (100 * z) + (10 * (i / Shape.Width)) + (i % Shape.Width);
        }
        return new ImageLayer("grey", volume);
    }

    private static LabelsLayer Labels(Spacing spacing)
    {
        var labels = new LabelVolume(Shape, PhaseTable.Named("pore", "solid"), spacing);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                labels.Slice(z)[i] = (byte)(i % Shape.Width < 4 ? 0 : 1);
        }
        return new LabelsLayer("labels", labels);
    }

    [Fact]
    public async Task Profile_OfARamp_IsLinearAndMeetsThePhasesWhereTheyChange()
    {
        var spacing = new Spacing(2, 1, 0.5);
        using var image = Image(spacing);
        using var labels = Labels(spacing);
        using var result = await Plugin.Run("measure.profile", "from=1,2,0 to=1,2,9 in-voxels=true", null, ("in", image), ("labels", labels));

        Assert.Equal([4.5, 9.0], result.Table("line").Rows[0]);
        var profile = result.Table("profile");
        Assert.Equal(Enumerable.Range(0, 10).Select(x => (object?)(120.0 + x)), profile.Rows.Select(row => row[1]));
        Assert.Equal(Enumerable.Range(0, 10).Select(x => (object?)(0.5 * x)), profile.Rows.Select(row => row[0]));
        // From the centre of column 0 to the face of column 4: three voxels and a half of 0.5 µm.
        var runs = result.Table("runs of phases");
        Assert.Equal(["pore", 0.0, 1.75, 1.75], runs.Rows[0]);
        Assert.Equal(["solid", 1.75, 4.5, 2.75], runs.Rows[1]);
    }

    [Fact]
    public async Task Region_OfVoxels_GivesTheirStatisticsAndFractions()
    {
        var spacing = new Spacing(2, 1, 0.5);
        using var image = Image(spacing);
        using var labels = Labels(spacing);
        using var result = await Plugin.Run("measure.region", "from=1,2,3 to=2,4,6 in-voxels=true", null, ("in", image), ("labels", labels));

        var values = (from z in Enumerable.Range(1, 2) from y in Enumerable.Range(2, 3) from x in Enumerable.Range(3, 4) select (100.0 * z) + (10 * y) + x).Order().ToList();
        var greys = result.Table("grey values").Rows[0];
        Assert.Equal([24L, values.Average(), values[0], (values[11] + values[12]) / 2, values[23], 0L], new[] { greys[0], greys[1], greys[3], greys[4], greys[5], greys[6] });
        Assert.Equal(["box", 24.0], result.Table("region").Rows[0]);
        var phases = result.Table("phases");
        Assert.Equal(["pore", 6L, 0.25, 6.0], phases.Rows[0]);
        Assert.Equal(["solid", 18L, 0.75, 18.0], phases.Rows[1]);
    }

    // What the user states for a layer is what is measured with.
    [Fact]
    public async Task Region_AfterTheVoxelSizeWasStated_IsInMicrometres()
    {
        using var labels = Labels(Spacing.Uncalibrated);
        using (var before = await Plugin.Run("measure.region", "shape=ellipse from=0,0,0 to=0,7,9 in-voxels=true across=z", null, ("labels", labels)))
        {
            Assert.Equal("area [voxel²]", before.Table("region").Columns[1].Heading);
            Assert.Equal(Math.PI * 20, (double)before.Table("region").Rows[0][1]!, 9);
        }
        labels.Spacing = new Spacing(3, 0.5, 0.25);
        using var after = await Plugin.Run("measure.region", "shape=ellipse from=0,0,0 to=0,7,9 in-voxels=true across=z", null, ("labels", labels));

        Assert.Equal("area [µm²]", after.Table("region").Columns[1].Heading);
        Assert.Equal(Math.PI * 20 / 8, (double)after.Table("region").Rows[0][1]!, 9);
        var counted = after.Table("phases").Rows.Sum(row => (double)row[3]!);
        Assert.Equal(1, counted / (Math.PI * 20 / 8), tolerance: 0.06);
    }

    [Theory]
    [InlineData("measure.profile", "from=1,2 to=1,2,9", "'from' must be three numbers")]
    [InlineData("measure.profile", "from=1,2,9 to=1,2,9", "no length")]
    [InlineData("measure.region", "from=100,100,100 to=200,200,200", "No voxel of 'grey'")]
    public async Task Run_WithPlacesThatDoNotFit_SaysWhatToDo(string id, string parameters, string expected)
    {
        using var image = Image(Spacing.Uncalibrated);
        var refusal = await Assert.ThrowsAsync<UserException>(() => Plugin.Run(id, parameters, null, ("in", image)));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutImageAndLabels_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.region", "from=0,0,0 to=1,1,1", null));
        Assert.Contains("--labels", refusal.Message, StringComparison.Ordinal);
    }
}
