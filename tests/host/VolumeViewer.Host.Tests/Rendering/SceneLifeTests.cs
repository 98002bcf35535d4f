using System.Diagnostics;
using Silk.NET.OpenGL;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class SceneLifeTests
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    [GlFact]
    public void Dispose_OfAScene_LeavesNoObjectInOpenGl()
    {
        using var context = OffscreenContext.Create();
        var before = Count(context.Gl);
        var during = 0;
        using (var renderer = new SceneRenderer(context.Gl))
        using (var target = new RenderTarget(context.Gl))
        {
            var viewer = new Viewer();
            var labels = Scenes.Labels(Shape, (z, _, _) => z);
            labels.Phases = labels.Phases.With(1, labels.Phases[1] with { Color = Scenes.Red with { A = 90 } });
            var image = Scenes.Image<byte>(Shape, (z, _, _) => (byte)(z * 50));
            viewer.Layers.Add(labels);
            viewer.Layers.Add(image);
            viewer.ResetView();
            renderer.Finish(viewer);
            foreach (var mode in Enum.GetValues<ImageRenderMode>())
            {
                image.RenderMode = mode;
                target.Resize(30 + (int)mode, 20);
                renderer.DrawVolumeView(viewer, target, RenderQuality.Full);
            }
            renderer.DrawSliceView(viewer, new SliceCamera(Axis.Z), target);
            renderer.Pick(viewer, new(5, 5), 30, 20);
            during = Count(context.Gl);
            viewer.Layers.Remove(labels);
            renderer.DrawVolumeView(viewer, target, RenderQuality.Full);
            Assert.True(Count(context.Gl) < during);
        }
        Assert.True(during > before + 10);
        Assert.Equal(before, Count(context.Gl));
    }

    [GlFact]
    public void DrawVolumeView_WhileALayerIsStillRead_ReturnsAndDrawsItWhenItIsThere()
    {
        using var gate = new ManualResetEventSlim();
        using var source = new GatedSource(Scenes.Image<byte>(Shape, (_, _, _) => 200).Volume, gate);
        gate.Set();
        var statistics = IntensityStatistics.Measure(source);
        gate.Reset();
        using var stage = new Stage(new ImageLayer("slow", source, statistics) { ContrastLimits = new ContrastLimits(0, 200) });
        stage.Target.Resize(120, 90);
        var clock = Stopwatch.StartNew();
        stage.Renderer.DrawVolumeView(stage.Viewer, stage.Target, RenderQuality.Full);
        Assert.False(stage.Renderer.IsComplete);
        Assert.Equal(0, stage.Renderer.Progress);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        Assert.False(Scenes.IsBright(new Picture(stage.Target.ReadRgba(), 120, 90)[60, 45]));
        gate.Set();
        Assert.True(Scenes.IsBright(stage.DrawVolume()[60, 45]));
        Assert.Equal(1, stage.Renderer.Progress);
    }

    [GlFact]
    public void Finish_OfALayerThatCannotBeRead_NamesItAndTheReason()
    {
        using var gate = new ManualResetEventSlim(true);
        var volume = Scenes.Image<byte>(Shape, (_, _, _) => 200).Volume;
        var source = new GatedSource(volume, gate);
        var layer = new ImageLayer("damaged", source, IntensityStatistics.Measure(source));
        source.Failure = new VolumeReadException("scan.tif", "slice 3 is cut off.");
        using var stage = new Stage(layer, Scenes.Labels(Shape, (_, _, _) => 1));
        var failure = Assert.Throws<UserException>(() => stage.Renderer.Finish(stage.Viewer));
        Assert.Contains("'damaged'", failure.Message);
        Assert.Contains("slice 3 is cut off", failure.Message);
        Assert.Contains(stage.Renderer.Notices, notice => notice.Contains("'damaged'", StringComparison.Ordinal));
        // The other layers are shown all the same.
        stage.Target.Resize(120, 90);
        stage.Renderer.UploadTime = TimeSpan.FromSeconds(20);
        stage.Renderer.DrawVolumeView(stage.Viewer, stage.Target, RenderQuality.Full);
        Assert.True(Scenes.IsRed(new Picture(stage.Target.ReadRgba(), 120, 90)[60, 45]));
    }

    [GlFact]
    public void Forget_AfterTheDataChanged_ShowsTheNewData()
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        using var stage = new Stage(layer);
        Assert.True(Scenes.IsRed(stage.DrawVolume()[60, 45]));
        for (var z = 0; z < Shape.Depth; z++)
            layer.Labels.Slice(z).Fill(2);
        stage.Renderer.Forget(layer);
        Assert.True(Scenes.IsGreen(stage.DrawVolume()[60, 45]));
    }

    [GlFact]
    public void DrawVolumeView_OfNothing_ShowsTheBackground()
    {
        using var stage = new Stage();
        var picture = stage.DrawVolume();
        Assert.True(picture[60, 45] is { R: < 64, B: > 16, A: 255 });
    }

    [GlFact]
    public void Bind_ATargetWithoutSize_SaysWhatToDo()
    {
        using var context = OffscreenContext.Create();
        using var target = new RenderTarget(context.Gl);
        Assert.Contains("Resize", Assert.Throws<InvalidOperationException>(target.BindColorOnly).Message);
    }

    [GlFact]
    public void ReadRgba_OfATarget_HasTheTopRowFirst()
    {
        using var context = OffscreenContext.Create();
        using var target = new RenderTarget(context.Gl);
        target.Resize(3, 2);
        target.BindColorOnly();
        context.Gl.ClearColor(0, 0, 0, 1);
        context.Gl.Clear(ClearBufferMask.ColorBufferBit);
        context.Gl.Enable(EnableCap.ScissorTest);
        context.Gl.Scissor(0, 1, 1, 1);
        context.Gl.ClearColor(1, 0, 0, 1);
        context.Gl.Clear(ClearBufferMask.ColorBufferBit);
        context.Gl.Disable(EnableCap.ScissorTest);
        // OpenGL counts rows from below, so row 1 is the upper one.
        Assert.Equal([255, 0, 0, 255, 0, 0, 0, 255], target.ReadRgba()[..8]);
    }

    private static int Count(GL gl)
    {
        var count = 0;
        for (uint name = 1; name < 1000; name++)
        {
            foreach (var isOne in new Func<uint, bool>[] { gl.IsTexture, gl.IsBuffer, gl.IsFramebuffer, gl.IsVertexArray, gl.IsProgram, gl.IsShader })
                count += isOne(name) ? 1 : 0;
        }
        return count;
    }
}
