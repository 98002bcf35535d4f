using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Edited labels are seen, in slices and in 3-D, and so is that they were taken back.</summary>
public sealed class LabelEditTests
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    [GlTheory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void DrawSlice_AfterAnEditAndItsUndo_ShowsBoth(Axis axis)
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        using var stage = new Stage(layer);
        using var history = new UndoHistory(stage.Viewer);
        Assert.True(Scenes.IsRed(stage.DrawSlice(new SliceCamera(axis))[60, 45]));

        layer.Fill(VoxelBox.Of(Shape), 2);
        Assert.True(Scenes.IsGreen(stage.DrawSlice(new SliceCamera(axis))[60, 45]));

        history.Undo();
        Assert.True(Scenes.IsRed(stage.DrawSlice(new SliceCamera(axis))[60, 45]));
    }

    [GlFact]
    public void DrawSlice_AfterAnEditOfOtherSlices_StaysAndOnlyThoseChange()
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        using var stage = new Stage(layer);
        stage.DrawSlice(new SliceCamera(Axis.Z));

        layer.Fill(new VoxelBox(3, 0, 0, 1, 5, 6), 3);

        Assert.True(Scenes.IsRed(stage.DrawSlice(new SliceCamera(Axis.Z))[60, 45]));
        stage.Viewer.Cursor = stage.Viewer.Cursor with { Z = 3.5 };
        Assert.True(Scenes.IsBlue(stage.DrawSlice(new SliceCamera(Axis.Z))[60, 45]));
    }

    // Without waiting for the first textures: the edit meets slices that are on their way.
    [GlFact]
    public void DrawSlice_WithEditsWhileTexturesFill_EndsWithTheLastLabels()
    {
        var shape = new VolumeShape(40, 64, 64);
        var layer = Scenes.Labels(shape, (_, _, _) => 1);
        using var stage = new Stage(layer);
        stage.Target.Resize(120, 90);
        for (byte round = 0; round < 20; round++)
        {
            layer.Fill(VoxelBox.Of(shape), (byte)(1 + (round % 3)));
            stage.Renderer.DrawSliceView(stage.Viewer, new SliceCamera(Axis.X), stage.Target);
        }
        layer.Fill(VoxelBox.Of(shape), 3);

        Assert.True(Scenes.IsBlue(stage.DrawSlice(new SliceCamera(Axis.X))[60, 45]));
        Assert.Equal(1, stage.Renderer.Progress);
    }

    [GlFact]
    public void DrawVolume_AfterAnEdit_ShowsTheNewSurface()
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        using var stage = new Stage(layer);
        Assert.True(Scenes.IsRed(stage.DrawVolume()[60, 45]));

        layer.Fill(new VoxelBox(0, 0, 0, 2, 5, 6), 2);

        Assert.True(Scenes.IsGreen(stage.DrawVolume()[60, 45]));
    }

    [GlFact]
    public void DrawVolume_OfACoarserTexture_ShowsTheEditToo()
    {
        var shape = new VolumeShape(16, 16, 16);
        var layer = Scenes.Labels(shape, (_, _, _) => 1);
        using var stage = new Stage(layer);
        stage.Renderer.TextureBudget = 4096;
        Assert.True(Scenes.IsRed(stage.DrawVolume()[60, 45]));
        Assert.NotEmpty(stage.Renderer.Notices);

        layer.Fill(VoxelBox.Of(shape), 2);

        Assert.True(Scenes.IsGreen(stage.DrawVolume()[60, 45]));
        Assert.True(Scenes.IsGreen(stage.DrawSlice(new SliceCamera(Axis.Z))[60, 45]));
    }

    [GlFact]
    public void Edit_AfterTheRendererIsGone_GoesThrough()
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        using (var stage = new Stage(layer))
            stage.DrawVolume();

        Assert.True(layer.Fill(VoxelBox.Of(Shape), 2));
    }
}
