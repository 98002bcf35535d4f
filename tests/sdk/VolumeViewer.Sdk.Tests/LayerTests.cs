namespace VolumeViewer.Sdk.Tests;

public class LayerTests
{
    private static ImageLayer Ramp(string name = "ramp")
    {
        var volume = new Volume<float>(new VolumeShape(4, 5, 6), new Spacing(3, 2, 1));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                volume.Slice(z)[i] = (z * 30) + i;
        }
        return new ImageLayer(name, volume);
    }

    [Fact]
    public void ImageLayer_OfARamp_MeasuresItsStatistics()
    {
        using var layer = Ramp();
        Assert.Equal((0f, 119f, 59.5), (layer.Statistics.Minimum, layer.Statistics.Maximum, layer.Statistics.Mean));
        // Standard deviation of 0 … n−1 is √((n² − 1) / 12).
        Assert.Equal(Math.Sqrt(((120.0 * 120) - 1) / 12), layer.Statistics.StandardDeviation, 1e-9);
        Assert.Equal(59.5f, layer.Statistics.Percentile(0.5), 0.6f);
        Assert.Equal(120, layer.Statistics.Histogram.Sum());
    }

    [Fact]
    public void ImageLayer_OfAConstantVolume_HasUsableContrastLimits()
    {
        using var layer = new ImageLayer("constant", new Volume<byte>(new VolumeShape(2, 2, 2)));
        Assert.True(layer.ContrastLimits.Low < layer.ContrastLimits.High);
    }

    [Fact]
    public void ImageLayer_OfNothingFinite_IsRefused()
    {
        var volume = new Volume<float>(new VolumeShape(1, 1, 2));
        volume.Slice(0).Fill(float.NaN);
        Assert.Throws<UserException>(() => new ImageLayer("nan", volume));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(float.NaN, 1)]
    [InlineData(0, float.PositiveInfinity)]
    public void ContrastLimits_OutOfOrder_AreRefused(float low, float high) => Assert.Throws<ArgumentException>(() => new ContrastLimits(low, high));

    [Fact]
    public void SettingAProperty_RaisesItsNameOnce_AndNotWhenEqual()
    {
        using var layer = Ramp();
        var raised = new List<string?>();
        layer.PropertyChanged += (_, change) => raised.Add(change.PropertyName);
        layer.Opacity = 0.5f;
        layer.Opacity = 0.5f;
        layer.Name = "other";
        Assert.Equal([nameof(Layer.Opacity), nameof(Layer.Name)], raised);
    }

    [Fact]
    public void LabelsLayer_WithATableThatLacksAPhaseInUse_KeepsItsOwn()
    {
        using var layer = new LabelsLayer("labels", new LabelVolume(new VolumeShape(1, 1, 1), PhaseTable.Named("pore", "solid")));
        layer.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 1);
        Assert.Throws<ArgumentException>(() => layer.Phases = PhaseTable.Numbered(1));
        Assert.Equal("pore", layer.Phases[0].Name);
    }

    [Fact]
    public void Viewer_SelectsTheNewestLayer_AndLetsGoOfARemovedOne()
    {
        var viewer = new Viewer();
        var (first, second) = (Ramp(), Ramp());
        viewer.Layers.Add(first);
        Assert.Same(first, viewer.SelectedLayer);
        viewer.Layers.Add(second);
        viewer.SelectedLayer = second;
        viewer.Layers.Remove(second);
        Assert.Same(first, viewer.SelectedLayer);
        viewer.Layers.Clear();
        Assert.Null(viewer.SelectedLayer);
    }

    [Fact]
    public void ResetView_PutsTheCursorIntoTheMiddle_InMicrometres()
    {
        var viewer = new Viewer();
        viewer.Layers.Add(Ramp());
        viewer.ResetView();
        Assert.Equal(new WorldPoint(6, 5, 3), viewer.Cursor);
        Assert.Equal(2, viewer.Cursor.VoxelIndex(Axis.Z, viewer.Layers[0]));
        Assert.Equal(new System.Numerics.Vector3(6, 10, 12), viewer.Extent);
    }

    [Fact]
    public void UniqueName_OfATakenName_IsNumbered()
    {
        var layers = new LayerList { Ramp("grey") };
        Assert.Equal("grey (2)", layers.UniqueName("grey"));
        layers.Add(Ramp("grey (2)"));
        Assert.Equal("grey (3)", layers.UniqueName("grey"));
        Assert.Contains("grey, grey (2)", Assert.Throws<UserException>(() => layers.Find("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Colormap_AtTheEndsAndBetween_MixesItsStops()
    {
        Assert.Equal(new Rgba(0, 0, 0), Colormap.Gray.At(-1));
        Assert.Equal(new Rgba(128, 128, 128), Colormap.Gray.At(0.5f));
        Assert.Equal(new Rgba(255, 255, 255), Colormap.Gray.At(2));
        Assert.Equal(Rgba.Parse("#fde725"), Colormap.BuiltIn.Single(map => map.Id == "viridis").At(1));
    }

    [Fact]
    public void Rgba_TextRoundTrip_KeepsTheColour()
    {
        Assert.Equal(new Rgba(1, 2, 3), Rgba.Parse(new Rgba(1, 2, 3).ToString()));
        Assert.Equal(new Rgba(1, 2, 3, 4), Rgba.Parse(new Rgba(1, 2, 3, 4).ToString()));
        Assert.Throws<FormatException>(() => Rgba.Parse("red"));
    }
}
