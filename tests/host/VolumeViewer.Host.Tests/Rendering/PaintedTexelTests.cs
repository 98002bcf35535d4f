using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>What follows labels that are painted on, part by part, is what is made of them anew.</summary>
public sealed class PaintedTexelTests
{
    private static readonly VolumeShape Shape = new(9, 14, 17);

    [Fact]
    public void Occupancy_OfAPart_IsThatPartOfTheWhole()
    {
        using var labels = Voxels.Random(Shape, 5, 0.4);
        var grid = new LabelGrid(labels, TexturePlan.Make(Shape, labels.Spacing, 1, 2048, long.MaxValue));
        var occupancy = new PhaseOccupancy(grid, new PhaseDrawing(labels.Phases, 1).Channels, 4);
        var whole = new byte[Shape.SliceLength * 4];
        foreach (var part in (TexelRect[])[new(0, 0, 3, 2), new(5, 6, 7, 5), new(14, 11, 3, 3), new(16, 0, 1, 14), new(0, 0, 17, 14)])
        {
            for (var z = 0; z < Shape.Depth; z++)
            {
                occupancy.Fill(z, whole);
                var texels = new byte[part.Count * 4];
                occupancy.Fill(z, part, texels);
                for (var y = 0; y < part.Height; y++)
                    Assert.Equal(whole.AsSpan((((part.Y + y) * 17) + part.X) * 4, part.Width * 4), texels.AsSpan(y * part.Width * 4, part.Width * 4));
            }
        }
    }

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(300)]
    public void Grid_AfterEdits_IsThatOfTheNewLabels(long budget)
    {
        using var labels = Voxels.Random(Shape, 6, 0.4);
        var plan = TexturePlan.Make(Shape, labels.Spacing, 1, 2048, budget);
        var (grid, random) = (new LabelGrid(labels, plan), new Random(3));
        // Only some of the slices are there before the first edit.
        grid.Slice(1).ToArray();
        for (var round = 0; round < 30; round++)
        {
            var (z, y, x) = (random.Next(9), random.Next(14), random.Next(17));
            var box = new VoxelBox(z, y, x, random.Next(1, 10 - z), random.Next(1, 15 - y), random.Next(1, 18 - x));
            for (var at = box.Z; at <= box.LastZ; at++)
            {
                for (var row = 0; row < box.Height; row++)
                    labels.Slice(at).Slice(((box.Y + row) * 17) + box.X, box.Width).Fill((byte)(round % 3));
            }
            var (first, last, part) = grid.Refresh(box);
            Assert.True(first <= box.Z / plan.FactorZ && last >= box.LastZ / plan.FactorZ && part.X <= box.X / plan.FactorX && part.Y <= box.Y / plan.FactorY);
            var fresh = new LabelGrid(labels, plan);
            for (var slice = 0; slice < plan.Size.Depth; slice++)
                Assert.Equal(fresh.Slice(slice), grid.Slice(slice));
        }
    }

    [GlFact]
    public void Pictures_AfterManySmallEdits_AreThoseOfAFreshRenderer()
    {
        var shape = new VolumeShape(20, 40, 48);
        var layer = Scenes.Labels(shape, (z, y, x) => 1 + (((z / 5) + (y / 7) + (x / 9)) % 3));
        using var stage = new Stage(layer);
        stage.Target.Resize(120, 90);
        var random = new Random(8);
        for (var round = 0; round < 60; round++)
        {
            var (z, y, x) = (random.Next(17), random.Next(30), random.Next(38));
            layer.Fill(new VoxelBox(z, y, x, random.Next(1, 4), random.Next(1, 11), random.Next(1, 11)), (byte)random.Next(1, 4));
            if (round % 3 == 0)
                stage.Renderer.DrawSliceView(stage.Viewer, new SliceCamera(Axis.X), stage.Target);
        }
        var seen = new[] { Axis.Z, Axis.Y, Axis.X }.Select(axis => stage.DrawSlice(Fitted(axis)).Rgba).Append(stage.DrawVolume().Rgba).ToList();
        stage.Renderer.Forget(layer);
        var fresh = new[] { Axis.Z, Axis.Y, Axis.X }.Select(axis => stage.DrawSlice(Fitted(axis)).Rgba).Append(stage.DrawVolume().Rgba).ToList();
        Assert.Equal(fresh, seen);

        SliceCamera Fitted(Axis axis)
        {
            var camera = new SliceCamera(axis);
            camera.Fit(stage.Viewer.Extent, 120, 90);
            return camera;
        }
    }

    [GlTheory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void SlicePart_OfEdits_DrawnOverTheOldPicture_IsTheNewOne(Axis axis)
    {
        var layer = Scenes.Labels(new VolumeShape(20, 40, 48), (_, _, x) => 1 + (x / 9 % 3));
        layer.ContourWidth = 2;
        using var stage = new Stage(layer);
        using var changed = new ChangedLabels(stage.Viewer);
        var camera = new SliceCamera(axis);
        camera.Fit(stage.Viewer.Extent, 120, 90);
        var old = stage.DrawSlice(camera).Rgba;
        layer.Fill(new VoxelBox(8, 17, 20, 5, 6, 9), 2);
        layer.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 3);
        var part = changed.PartOf(2, camera, 120, 90);
        Assert.True(part is { IsEmpty: false } && part.Value.Width * part.Value.Height < 120 * 90, $"The part is {part}.");
        Assert.Null(changed.PartOf(3, camera, 120, 90));
        Assert.True(changed.PartOf(1, camera, 120, 90) is { IsEmpty: true });

        stage.Renderer.SlicePart = part;
        var drawn = stage.DrawSlice(camera).Rgba;
        stage.Renderer.SlicePart = null;
        Assert.Equal(stage.DrawSlice(camera).Rgba, drawn);
        Assert.NotEqual(old, drawn);
    }

    [Fact]
    public void Shares_AfterEditsUndoAndWrites_AreThoseCounted()
    {
        using var layer = new LabelsLayer("labels", Voxels.Random(Shape, 2, 0.3));
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer);
        var shares = new PhaseShares(() => { });
        viewer.Layers.LayerChanged += (_, change) => shares.Follow(layer.Labels, Assert.IsType<LabelsChange>(change));
        Wait();
        layer.Fill(new VoxelBox(2, 3, 4, 3, 5, 6), 2);
        Check();
        layer.Fill(new VoxelBox(0, 0, 0, 4, 4, 9), LabelVolume.Unlabelled);
        Check();
        history.Undo();
        Check();
        history.Undo();
        Check();
        history.Redo();
        Check();
        // What the program writes is counted again, in the background.
        layer.Write(new VoxelBox(0, 0, 0, 1, 1, 5), [0, 1, 2, 2, 2]);
        Wait();
        Check();
        Assert.Throws<ArgumentException>(() => Tell(new long[255]));

        void Check() => Assert.Equal(PhaseShares.Count(layer.Labels), shares.Of(layer.Labels)!);
        void Wait() => Assert.True(SpinWait.SpinUntil(() => shares.Of(layer.Labels) is { } known && known.SequenceEqual(PhaseShares.Count(layer.Labels)), TimeSpan.FromSeconds(20)));
        void Tell(long[] counts)
        {
            LabelsChange? last = null;
            layer.Changed += (_, change) => last = change as LabelsChange;
            layer.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 1);
            layer.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 2);
            last!.TryAddTo(counts);
        }
    }
}
