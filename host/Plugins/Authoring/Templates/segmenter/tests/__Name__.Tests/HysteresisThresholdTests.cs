using VolumeViewer.Sdk;

namespace __Name__.Tests;

public class HysteresisThresholdTests
{
    [Fact]
    public void Label_GrowsFromBrightVoxels_AlongEachAxis_AndLeavesLonelyOnesOut()
    {
        using var volume = new Volume<float>(new VolumeShape(3, 4, 5));
        volume[0, 0, 0] = 10;                                             // bright
        volume[0, 0, 1] = volume[0, 1, 1] = volume[1, 1, 1] = 5;          // a chain that starts there: x, y, z
        volume[2, 3, 4] = 5;                                              // touches nothing
        volume[2, 2, 2] = float.NaN;

        using var labels = HysteresisThreshold.Label(volume, low: 4, high: 9);

        Assert.Equal([1, 1, 0, 0, 0, 0, 1, 0, 0, 0], labels.Slice(0)[..10].ToArray());
        Assert.Equal(1, labels.Slice(1)[5 + 1]);
        Assert.Equal(0, labels.Slice(2)[(3 * 5) + 4]);
        Assert.Equal(LabelVolume.Unlabelled, labels.Slice(2)[(2 * 5) + 2]);
    }

    [Fact]
    public void Label_WithNothingBright_FindsNothing()
    {
        using var volume = new Volume<float>(new VolumeShape(2, 2, 2));
        using var labels = HysteresisThreshold.Label(volume, low: -1, high: 1);
        Assert.Equal([0, 0, 0, 0], labels.Slice(0).ToArray());
    }
}
