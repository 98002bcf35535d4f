using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>A slice that is mended where it was painted on is the slice drawn anew, whatever has taken the change up before.</summary>
public sealed class PaintedPlaneTests
{
    private const int Width = 150, Height = 110;

    private static readonly VolumeShape Shape = new(30, 40, 48);

    public static TheoryData<bool, Axis, int> Views()
    {
        var data = new TheoryData<bool, Axis, int>();
        foreach (var isCpu in (bool[])[false, true])
        {
            foreach (var axis in (Axis[])[Axis.Z, Axis.Y, Axis.X])
            {
                data.Add(isCpu, axis, 0);
                data.Add(isCpu, axis, 2);
            }
        }
        return data;
    }

    [GlTheory, MemberData(nameof(Views))]
    public void Slice_PaintedInPieces_IsTheSliceDrawnAnew(bool isCpu, Axis axis, int contourWidth)
    {
        using var layer = Blocks();
        layer.ContourWidth = contourWidth;
        using var stage = new Stage(isCpu ? RendererChoice.Cpu : RendererChoice.Gl, layer);
        using var history = new UndoHistory(stage.Viewer);
        using var changed = new ChangedLabels(stage.Viewer);
        stage.Target.Resize(Width, Height);
        var camera = new SliceCamera(axis);
        camera.Fit(stage.Viewer.Extent, Width, Height);
        var pictures = new List<byte[]> { DrawAll() };
        foreach (var isBall in (bool[])[false, true])
        {
            var options = new PaintOptions { Size = 7, Reach = isBall ? BrushReach.Ball : BrushReach.Slice };
            using var stroke = new BrushStroke(history, "stroke", layer, options.Tip(layer.Spacing, axis), isBall ? LabelVolume.Unlabelled : (byte)3, VoxelFilter.None);
            for (var step = 0; step < 8; step++)
            {
                stroke.MoveTo(new VoxelPlace(15.5, axis == Axis.Y ? 20.5 : 8 + (3 * step), axis == Axis.X ? 24.5 : 6 + (4 * step)));
                stage.Renderer.SlicePart = changed.PartOf(1, camera, Width, Height);
                Draw();
            }
            stage.Renderer.SlicePart = null;
            Check();
        }
        history.Undo();
        Check();
        history.Undo();
        // The 3-D textures take it up first, which must not hide that the slice has not.
        stage.DrawVolume(Width, Height);
        Check();
        Assert.Equal(pictures[0], pictures[^1]);
        history.Redo();
        Check();
        Assert.Equal(pictures[1], pictures[^1]);
        Assert.NotEqual(pictures[0], pictures[1]);

        void Check()
        {
            var mended = Draw();
            stage.Renderer.Forget(layer);
            Assert.Equal(DrawAll(), mended);
            pictures.Add(mended);
        }

        byte[] DrawAll()
        {
            do
                Draw();
            while (!stage.Renderer.IsComplete);
            return Draw();
        }

        byte[] Draw()
        {
            stage.Renderer.DrawSliceView(stage.Viewer, camera, stage.Target);
            return stage.Target.ReadRgba();
        }
    }

    [GlTheory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Slice_FromItsPlane_IsTheSliceFromThe3DTexture(Axis axis)
    {
        using var layer = Blocks();
        layer.Fill(new VoxelBox(12, 17, 20, 5, 6, 9), LabelVolume.Unlabelled);
        using var other = Scenes.Image(Shape, (_, y, x) => (ushort)((x * 3) + y));
        foreach (var zoom in (double[])[0.13, 0.4, 1.7])
        {
            var camera = new SliceCamera(axis) { MicrometresPerPixel = zoom, CenterU = 15, CenterV = 14 };
            var pictures = ((RendererChoice[])[RendererChoice.Gl, RendererChoice.Cpu]).Select(choice =>
            {
                using var stage = new Stage(choice, other, layer);
                return stage.DrawSlice(camera).Rgba;
            }).ToList();
            Assert.Equal(pictures[0], pictures[1]);
        }
    }

    [GlFact]
    public void Slices_OnTheirOwn_TakeNo3DTexture()
    {
        using var layer = Blocks();
        using var stage = new Stage(RendererChoice.Gl, layer);
        stage.Target.Resize(Width, Height);
        do
            stage.Renderer.DrawSliceView(stage.Viewer, new SliceCamera(Axis.Y), stage.Target);
        while (!stage.Renderer.IsComplete);
        Assert.Equal(1, stage.Renderer.Progress);
        Assert.True(stage.DrawVolume().Find(Scenes.IsRed).Count > 0);
    }

    [Fact]
    public void PartOfAPlane_IsThatPartOfTheWhole()
    {
        using var labels = Voxels.Random(new VolumeShape(9, 14, 17), 5, 0.4);
        var box = new VoxelBox(2, 3, 5, 4, 6, 7);
        foreach (var axis in (Axis[])[Axis.Z, Axis.Y, Axis.X])
        {
            var key = new PlaneKey(axis, 5, 1, default);
            var (whole, (width, _)) = (PlaneVoxels.Read(labels, key), key.SizeIn(labels.Shape));
            var part = key.PartOf(box);
            var read = PlaneVoxels.Read(labels, key, part);
            Assert.Equal(axis switch { Axis.Z => 42, Axis.Y => 28, _ => 24 }, read.Length);
            for (var row = 0; row < part.Height; row++)
                Assert.Equal(whole.AsSpan(((part.Y + row) * width) + part.X, part.Width), read.AsSpan(row * part.Width, part.Width));
        }
    }

    [Fact]
    public void ChangedBoxes_OfStrokes_HoldEveryChangeAndLittleElse()
    {
        var (boxes, random, marked) = (new ChangedBoxes(), new Random(2), new HashSet<(int, int)>());
        for (var stroke = 0; stroke < 3; stroke++)
        {
            var (y, x) = (random.Next(900), random.Next(900));
            for (var step = 0; step < 50; step++)
            {
                var box = new VoxelBox(4, y + step, x + (2 * step), 1, 40, 40);
                boxes.Add(box);
                marked.UnionWith(Cells(box));
            }
        }
        var taken = boxes.Take();
        Assert.True(boxes.IsEmpty);
        Assert.Empty(boxes.Take());
        Assert.Subset(taken.SelectMany(Cells).ToHashSet(), marked);
        Assert.True(taken.Count < 40, $"{taken.Count} boxes of 150 steps.");
        Assert.True(taken.Sum(box => box.VoxelCount) < 4 * marked.Count, $"{taken.Sum(box => box.VoxelCount)} voxels for {marked.Count}.");

        static IEnumerable<(int, int)> Cells(VoxelBox box) => Enumerable.Range(box.Y, box.Height).SelectMany(y => Enumerable.Range(box.X, box.Width).Select(x => (y, x)));
    }

    [Fact]
    public void ChangedBoxes_ThatNobodyTakes_StayFew()
    {
        var boxes = new ChangedBoxes();
        for (var i = 0; i < 10_000; i++)
            boxes.Add(new VoxelBox(0, 100 * (i % 90), 100 * (i / 90), 1, 1, 1));
        var taken = boxes.Take();
        Assert.InRange(taken.Count, 1, 4096);
        Assert.Contains(taken, box => box is { Y: 0, X: 0, Height: > 8000, Width: > 8000 });
    }

    private static LabelsLayer Blocks() => Scenes.Labels(Shape, (z, y, x) => 1 + (((z / 5) + (y / 7) + (x / 9)) % 2));
}
