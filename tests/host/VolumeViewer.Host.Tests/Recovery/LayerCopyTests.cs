using VolumeViewer.Host.Recovery;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Recovery;

/// <summary>Copies of labels in a folder, and the folders of processes.</summary>
public sealed class LayerCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static LabelsLayer Layer(VolumeShape shape)
    {
        var phases = new PhaseTable([new Phase("pore", Rgba.Parse("#10203040"), 7, false, PhaseState.Done), new Phase("NMC ##1", Rgba.Parse("#abcdef"), 300)]);
        var (labels, random) = (new LabelVolume(shape, phases, new Spacing(3, 2, 0.5)), new Random(1));
        for (var z = 0; z < shape.Depth; z++)
        {
            foreach (ref var label in labels.Slice(z))
                label = random.Next(3) is var next && next == 2 ? LabelVolume.Unlabelled : (byte)next;
        }
        return new LabelsLayer("my labels", labels) { Origin = "Painted on 'grey'", Opacity = 0.25f };
    }

    private static byte[] Bytes(LabelsLayer layer) => [.. Enumerable.Range(0, layer.Shape.Depth).SelectMany(z => layer.Labels.Slice(z).ToArray())];

    private static void Save(LayerCopy copy, CopiedLayer layer)
    {
        var (manifest, isChanged) = layer.Take();
        copy.Write(layer.Layer, manifest, isChanged, CancellationToken.None);
    }

    [Fact]
    public void Copy_OfALayer_IsReadAsItWas()
    {
        using var layer = Layer(new VolumeShape(4, 5, 6));
        var copy = new LayerCopy(_folder.File("layer"));
        Save(copy, new CopiedLayer(layer));
        using var read = new LayerCopy(copy.Folder).Read(CancellationToken.None);
        Assert.Equal(Bytes(layer), Bytes(read));
        Assert.Equal(layer.Phases, read.Phases);
        Assert.Equal((layer.Name, layer.Origin, layer.Spacing, layer.Opacity), (read.Name, read.Origin, read.Spacing, read.Opacity));
    }

    [Fact]
    public void Copy_AfterAStroke_WritesOnlyThePieceThatChanged()
    {
        // Slices of 4 million voxels: four of them are a piece.
        using var layer = new LabelsLayer("large", new LabelVolume(new VolumeShape(10, 2048, 2048), PhaseTable.Numbered(2)));
        var (copy, copied) = (new LayerCopy(_folder.File("layer")), new CopiedLayer(layer));
        layer.Changed += (_, change) => copied.Note(change);
        Save(copy, copied);
        var before = Directory.GetFiles(copy.Folder, "slab-*").Select(Path.GetFileName).Order().ToList();
        Assert.Equal(3, before.Count);
        Assert.False(copied.IsChanged);
        layer.Fill(new VoxelBox(5, 100, 100, 1, 20, 20), 1);
        Assert.True(copied.IsChanged);
        Save(copy, copied);
        var after = Directory.GetFiles(copy.Folder, "slab-*").Select(Path.GetFileName).Order().ToList();
        Assert.Equal(2, before.Intersect(after).Count());
        using var read = copy.Read(CancellationToken.None);
        Assert.Equal(400, Bytes(read).Count(label => label == 1));
    }

    [Theory]
    [InlineData("layer.json", "{", "cannot be read")]
    [InlineData("layer.json", "{\"format\":9}", "")]
    [InlineData("slab", "garbage", "damaged")]
    [InlineData("slab", null, "damaged")]
    public void Copy_ThatIsDamaged_IsRefusedWithItsPlace(string file, string? content, string expected)
    {
        using var layer = Layer(new VolumeShape(4, 5, 6));
        var copy = new LayerCopy(_folder.File("layer"));
        Save(copy, new CopiedLayer(layer));
        var path = Directory.GetFiles(copy.Folder, file + "*").Single();
        if (content is null)
            File.Delete(path);
        else
            File.WriteAllText(path, content);
        var problem = Assert.Throws<UserException>(() => new LayerCopy(copy.Folder).Read(CancellationToken.None));
        Assert.Contains(copy.Folder, problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_WhileAnotherHoldsTheFolder_TakesOnlyWhatIsLeftBehind()
    {
        using var layer = Layer(new VolumeShape(2, 2, 2));
        var root = _folder.File("recovery");
        using var living = RecoverySession.Begin(root);
        var dead = RecoverySession.Begin(root);
        using var empty = RecoverySession.Begin(root);
        foreach (var session in new[] { living, dead })
            Save(new LayerCopy(Path.Combine(session.Folder, "layer-0001")), new CopiedLayer(layer));
        Assert.Empty(RecoverySession.Claim(root));
        dead.Dispose();

        var claimed = Assert.Single(RecoverySession.Claim(root));
        Assert.Equal(dead.Folder, claimed.Folder);
        Assert.Empty(RecoverySession.Claim(root));
        Assert.Equal("my labels", Assert.Single(claimed.Copies).ReadManifest().Name);
        claimed.Delete();
        Assert.False(Directory.Exists(dead.Folder));
        Assert.True(Directory.Exists(living.Folder));
    }

    [Fact]
    public void Claim_WithoutAFolder_FindsNothing() => Assert.Empty(RecoverySession.Claim(_folder.File("no such folder")));
}
