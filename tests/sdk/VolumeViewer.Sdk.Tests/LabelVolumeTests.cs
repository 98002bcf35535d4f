namespace VolumeViewer.Sdk.Tests;

public class LabelVolumeTests
{
    private static Volume<T> Filled<T>(params T[] values) where T : unmanaged
    {
        var volume = new Volume<T>(new VolumeShape(1, 1, values.Length));
        values.CopyTo(volume.Slice(0));
        return volume;
    }

    [Fact]
    public void FromSource_MapsFileValuesByRisingValue_AndGivesThemBack()
    {
        using var labels = LabelVolume.FromSource(Filled<byte>(170, 0, 85, 85));
        Assert.Equal([2, 0, 1, 1], labels.Slice(0).ToArray());
        Assert.Equal([0L, 85, 170], labels.Phases.Select(phase => phase.FileValue));
        var back = new byte[4];
        labels.ReadSlice(0, back);
        Assert.Equal([170, 0, 85, 85], back);
    }

    [Fact]
    public void FromSource_WhereAFileUses255_TakesItForAPhase()
    {
        using var labels = LabelVolume.FromSource(Filled<byte>(0, 128, 255));
        Assert.Equal([0, 1, 2], labels.Slice(0).ToArray());
    }

    [Fact]
    public void Unlabelled_SurvivesTheFileValues()
    {
        using var labels = new LabelVolume(new VolumeShape(1, 1, 3), PhaseTable.ForFileValues([0, 128, 255]));
        labels.Slice(0)[1] = LabelVolume.Unlabelled;
        labels.Slice(0)[2] = 2;
        using var read = LabelVolume.FromSource(labels.Load<byte>(), labels.Phases);
        Assert.Equal([0, LabelVolume.Unlabelled, 2], read.Slice(0).ToArray());
    }

    [Fact]
    public void FromSource_OfWideValues_KeepsThem()
    {
        using var labels = LabelVolume.FromSource(Filled<ushort>(8220, 51833, 8220));
        Assert.Equal(VoxelType.UInt16, labels.VoxelType);
        var values = new float[3];
        labels.ReadSlice(0, values);
        Assert.Equal([8220, 51833, 8220], values);
    }

    [Fact]
    public void FromSource_OfFractionsOrNaN_SaysThatTheyAreNoLabels()
    {
        Assert.Contains("0.5", Assert.Throws<UserException>(() => LabelVolume.FromSource(Filled(1f, 0.5f))).Message, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => LabelVolume.FromSource(Filled(1f, float.NaN)));
        Assert.Throws<UserException>(() => LabelVolume.FromSource(Filled(0f, float.NaN), PhaseTable.Numbered(2)));
    }

    [Fact]
    public void FromSource_OfAGreyImage_SaysThatItIsNoLabelImage()
    {
        var grey = Filled([.. Enumerable.Range(0, 65).Select(value => (byte)value)]);
        Assert.Contains("64", Assert.Throws<UserException>(() => LabelVolume.FromSource(grey)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromSource_WithAValueOfNoPhase_NamesTheValue()
    {
        var problem = Assert.Throws<UserException>(() => LabelVolume.FromSource(Filled<byte>(0, 1, 9), PhaseTable.Numbered(2)));
        Assert.Contains("9", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithPhases_OfAnotherCount_IsRefused()
    {
        using var labels = new LabelVolume(new VolumeShape(1, 1, 1), PhaseTable.Numbered(2));
        Assert.Throws<ArgumentException>(() => labels.WithPhases(PhaseTable.Numbered(3)));
        Assert.Equal("solid", labels.WithPhases(PhaseTable.Named("pore", "solid")).Phases[1].Name);
    }

    [Fact]
    public void PhaseTable_FindsByNameOrFileValue_AndListsWhatThereIs()
    {
        var phases = new PhaseTable([new Phase("pore", default, 0), new Phase("NMC", default, 85)]);
        Assert.Equal(1, phases.Find("nmc"));
        Assert.Equal(1, phases.Find("85"));
        Assert.Contains("pore (0), NMC (85)", Assert.Throws<UserException>(() => phases.Find("CBD")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PhaseTable_WithTwoEqualNamesOrValues_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PhaseTable.Named("pore", "Pore"));
        Assert.Throws<ArgumentException>(() => PhaseTable.ForFileValues([3, 3]));
        Assert.Throws<ArgumentException>(() => new PhaseTable([]));
    }
}
