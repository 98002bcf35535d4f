using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public class TablePlacesTests
{
    [Fact]
    public void At_OfATableWithPlaces_GivesThemWhereTheyAreNumbers()
    {
        var table = new Table("places", new("place"), new("x", "µm"), new("y", "µm"), new("z", "µm")).Add(1, 3.5, 2.5f, 1).Add(2, null, 1.0, 1.0);
        Assert.True(TablePlaces.Has(table));
        Assert.Equal(new WorldPoint(1, 2.5, 3.5), TablePlaces.At(table, 0));
        Assert.Null(TablePlaces.At(table, 1));
    }

    [Fact]
    public void Has_WithoutAUnitOrAnAxis_IsFalse()
    {
        Assert.False(TablePlaces.Has(new Table("voxels", new("z"), new("y"), new("x"))));
        Assert.False(TablePlaces.Has(new Table("slices", new("z", "µm"), new("y", "µm"))));
    }
}
