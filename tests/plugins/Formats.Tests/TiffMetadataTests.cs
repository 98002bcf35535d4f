using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class TiffMetadataTests : TestFolder
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_ImageJStackOfOneDirectory_GivesAllSlicesAndTheSpacing(bool bigEndian)
    {
        var layout = new TestTiff
        {
            Bits = 16,
            OneDirectory = true,
            BigEndian = bigEndian,
            Description = "ImageJ=1.53t\nimages=4\nslices=4\nunit=micron\nspacing=0.75\n",
            Resolution = (5, 2),
            ResolutionUnit = 1,
        };
        using var source = new TiffReader().Open(layout.Write(At("stack.tif"), Voxels.Shape, Voxels.Small));
        Assert.Equal(Voxels.Shape, source.Shape);
        Assert.Equal(Voxels.Expected(Voxels.Shape, (z, y, x) => Voxels.Small(z, y, x, 0)), Voxels.Read(source));
        Assert.Equal(new Spacing(0.75, 0.4, 0.4), source.Spacing);
    }

    [Theory]
    [InlineData("images=50\nslices=50", "50 slices of 30 bytes")]
    [InlineData("images=9999999999999\nslices=9999999999999", "9999999999999 slices")]
    [InlineData("images=4\nchannels=2\nslices=2", "2 channel(s), 2 slice(s)")]
    public void Open_ImageJStackThatCannotBe_SaysWhy(string lines, string expected)
    {
        var layout = new TestTiff { OneDirectory = true, Description = $"ImageJ=1.53t\n{lines}\n" };
        var path = layout.Write(At("stack.tif"), Voxels.Shape, Voxels.Small);
        var error = Assert.Throws<VolumeReadException>(() => new TiffReader().Open(path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 25000u, 1u, 0.4)]
    [InlineData(2, 254u, 1u, 100)]
    [InlineData(2, 5080u, 1u, 5)]
    public void Open_ResolutionTags_AreTheSpacing(int unit, uint pixels, uint units, double micrometres)
    {
        var layout = new TestTiff { ResolutionUnit = unit, Resolution = (pixels, units) };
        using var source = new TiffReader().Open(layout.Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        Assert.True(source.Spacing.IsCalibrated);
        Assert.Equal(micrometres, source.Spacing.X, 1e-9 * micrometres);
        Assert.Equal(micrometres, source.Spacing.Y, 1e-9 * micrometres);
        Assert.Equal(micrometres, source.Spacing.Z, 1e-9 * micrometres);
    }

    [Theory]
    [InlineData(2, 72u, 1u)]
    [InlineData(2, 96u, 1u)]
    [InlineData(2, 192u, 1u)]
    [InlineData(2, 300u, 1u)]
    [InlineData(2, 1u, 1u)]
    [InlineData(3, 2835u, 100u)]
    [InlineData(3, 3780u, 100u)]
    [InlineData(1, 5u, 2u)]
    [InlineData(2, 0u, 0u)]
    [InlineData(2, 5u, 0u)]
    public void Open_ResolutionOfScreensOrNone_IsNoSpacing(int unit, uint pixels, uint units)
    {
        var layout = new TestTiff { ResolutionUnit = unit, Resolution = (pixels, units) };
        using var source = new TiffReader().Open(layout.Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        Assert.Equal(Spacing.Uncalibrated, source.Spacing);
    }

    [Theory]
    [InlineData("nm", 0.002, 0.0004)]
    [InlineData("um", 2, 0.4)]
    [InlineData("µm", 2, 0.4)]
    [InlineData("\\u00B5m", 2, 0.4)]
    [InlineData("mm", 2000, 400)]
    public void Open_ImageJUnit_IsTurnedIntoMicrometres(string unit, double z, double x)
    {
        var description = $"ImageJ=1.53t\nimages=4\nslices=4\nunit={unit}\nspacing=2\n";
        var layout = new TestTiff { Description = description, Resolution = (5, 2), ResolutionUnit = 1 };
        using var source = new TiffReader().Open(layout.Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        Assert.Equal(z, source.Spacing.Z, 1e-12);
        Assert.Equal(x, source.Spacing.X, 1e-12);
        Assert.True(source.Spacing.IsCalibrated);
    }

    [Fact]
    public void Open_ImageJWithoutUnit_KeepsProportions()
    {
        var layout = new TestTiff { Description = "ImageJ=1.53t\nimages=4\nslices=4\nunit=pixel\nspacing=2.5\n" };
        using var source = new TiffReader().Open(layout.Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        Assert.Equal(new Spacing(2.5, 1, 1, isCalibrated: false), source.Spacing);
    }

    [Fact]
    public void Open_OmeXml_GivesTheSpacing()
    {
        var layout = new TestTiff
        {
            Description = """<?xml version="1.0"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image>"""
                + """<Pixels SizeC="1" SizeT="1" SizeZ="4" PhysicalSizeX="18.4" PhysicalSizeXUnit="nm" """
                + """PhysicalSizeY="0.02" PhysicalSizeZ="0.00003" PhysicalSizeZUnit="mm"/></Image></OME>""",
        };
        using var source = new TiffReader().Open(layout.Write(At("volume.ome.tif"), Voxels.Shape, Voxels.Small));
        Assert.Equal(0.0184, source.Spacing.X, 1e-12);
        Assert.Equal(0.02, source.Spacing.Y, 1e-12);
        Assert.Equal(0.03, source.Spacing.Z, 1e-12);
    }

    [Theory]
    [InlineData("<OME><Image><Pixels PhysicalSizeX=")]
    [InlineData("ImageJ=1.53t\nVolumeViewer={\"phases\":[{\"name\":\"pore\"")]
    [InlineData("ImageJ=1.53t\nVolumeViewer={\"phases\":[{\"name\":7}]}")]
    [InlineData("ImageJ=1.53t\nunit=micron\nspacing=NaN\n")]
    public void Open_MetadataThatMakeNoSense_DoNotKeepTheVoxelsFromBeingRead(string description)
    {
        using var source = new TiffReader().Open(new TestTiff { Description = description }.Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        Assert.Equal(Spacing.Uncalibrated, source.Spacing);
        Assert.Null(source.Phases);
        Assert.Equal(Voxels.Expected(Voxels.Shape, (z, y, x) => Voxels.Small(z, y, x, 0)), Voxels.Read(source));
    }
}
