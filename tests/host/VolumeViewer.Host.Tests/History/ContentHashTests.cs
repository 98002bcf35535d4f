using VolumeViewer.Host.History;
using VolumeViewer.Host.Tests.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.History;

public sealed class ContentHashTests
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    private static ImageLayer Image(Action<Volume<byte>>? change = null, VolumeShape? shape = null, Spacing? spacing = null)
    {
        var volume = Scenes.Ramp(shape ?? Shape, spacing ?? Spacing.Uncalibrated);
        change?.Invoke(volume);
        return new ImageLayer("layer", volume);
    }

    [Fact]
    public void Of_EqualVolumes_IsEqual_WhateverTheirNamesAndLooks()
    {
        var (one, two) = (Image(), Image());
        (two.Name, two.Opacity) = ("another", 0.5f);
        Assert.Equal(ContentHash.Of(one), ContentHash.Of(two));
        Assert.Matches("^[0-9a-f]{64}$", ContentHash.Of(one));
    }

    [Fact]
    public void Of_AnyOtherVoxelShapeSpacingOrType_IsAnother()
    {
        var floats = new Volume<float>(Shape);
        for (var z = 0; z < Shape.Depth; z++)
            Scenes.Ramp(Shape, Spacing.Uncalibrated).ReadSlice(z, floats.Slice(z));
        var hashes = new[]
        {
            Image(), Image(volume => volume[3, 4, 5]++), Image(shape: new VolumeShape(4, 6, 5)), Image(spacing: Spacing.Isotropic(0.5)),
            Image(volume => (volume[0, 0, 0], volume[3, 0, 0]) = (volume[3, 0, 0], volume[0, 0, 0])), new ImageLayer("floats", floats),
        }.Select(layer => ContentHash.Of(layer)).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void Of_Labels_CountsFileValuesAndNotNames()
    {
        var labels = new LabelVolume(Shape, new PhaseTable([new Phase("pore", default, 0), new Phase("solid", default, 85)]));
        labels.Slice(2)[7] = 1;
        var layer = new LabelsLayer("labels", labels);
        var before = ContentHash.Of(layer);

        layer.Phases = layer.Phases.With(1, layer.Phases[1] with { Name = "NMC" });
        Assert.Equal(before, ContentHash.Of(layer));
        layer.Phases = layer.Phases.With(1, layer.Phases[1] with { FileValue = 86 });
        Assert.NotEqual(before, ContentHash.Of(layer));
    }

    [Fact]
    public void Of_AChangedVolume_IsTakenAnewAfterForget()
    {
        var layer = Image();
        var before = ContentHash.Of(layer);
        ((Volume<byte>)layer.Volume)[0, 0, 0] ^= 1;
        ContentHash.Forget(layer.Volume);
        Assert.NotEqual(before, ContentHash.Of(layer));
    }

    [Fact]
    public void Of_WhenCancelled_Ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ContentHash.Of(Image(), cancelled.Token));
    }

    [Fact]
    public void PathHash_OfAFolder_CountsNamesAndContents()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a"), "1");
        File.WriteAllText(folder.File("b"), "2");
        var before = PathHash.Of(folder.Path);
        Assert.Equal(before, PathHash.Of(folder.Path));

        File.Move(folder.File("b"), folder.File("c"));
        var renamed = PathHash.Of(folder.Path);
        File.WriteAllText(folder.File("c"), "3");
        var changed = PathHash.Of(folder.Path);

        Assert.Equal(3, new[] { before, renamed, changed }.Distinct().Count());
        Assert.Null(PathHash.Of(folder.File("nothing")));
    }
}
