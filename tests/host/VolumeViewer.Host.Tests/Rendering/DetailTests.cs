using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Layers that fit the graphics memory coarsely only, looked at from near, against the same with room enough.</summary>
public sealed class DetailTests
{
    // For each byte of a voxel: of the whole, three voxels along each axis have to become one; a box of 16³ voxels fits as it is.
    private const long Small = 4200;

    // Of labels with four phases, whose occupancy has four channels.
    private const int LabelBytes = 5;

    private const int Width = 100, Height = 90;

    private static readonly VolumeShape Shape = new(16, 64, 64);

    public static TheoryData<string, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, bool>();
            foreach (var kind in (string[])["labels", "translucent labels", "MaximumIntensity", "Isosurface", "Translucent", "Average", "AttenuatedMaximum", "Additive", "specks"])
            {
                kinds.Add(kind, false);
                kinds.Add(kind, true);
            }
            return kinds;
        }
    }

    [GlTheory, MemberData(nameof(Kinds))]
    public void DrawVolumeView_FromNear_ShowsWhatTheWholeHasNoRoomFor(string kind, bool isCpu)
    {
        var small = kind.Contains("labels", StringComparison.Ordinal) ? Small * LabelBytes : Small;
        var fine = Draw(kind, long.MaxValue, refines: false, isCpu);
        var coarse = Draw(kind, small, refines: false, isCpu);
        var refined = Draw(kind, small, refines: true, isCpu);
        var (lost, left) = (Difference(fine, coarse), Difference(fine, refined));
        Assert.True(lost > 4, $"the stripes show in the coarse picture: {lost}");
        Assert.True(left < 0.15 * lost, $"{left} of {lost} is left");
    }

    // A translucent phase that fills everything has no surface but its walls: none is seen where the finer part begins.
    [GlTheory, InlineData(false), InlineData(true)]
    public void DrawVolumeView_OfATranslucentPhaseThatGoesOn_ShowsNoWallOfThePart(bool isCpu)
    {
        using var stage = new Stage(isCpu ? RendererChoice.Cpu : RendererChoice.Gl, Translucent(Scenes.Labels(Shape, (_, _, _) => 1)));
        stage.Renderer.TextureBudget = Small * LabelBytes;
        Near(stage);
        stage.Viewer.Camera.Orientation = Quaternion.CreateFromYawPitchRoll(0.5f, 0.3f, 0);
        var picture = stage.DrawRefined(Width, Height);
        var middle = picture[50, 45];
        for (var x = 5; x < 95; x += 5)
            Assert.InRange(Math.Abs(picture[x, 45].R - middle.R), 0, 6);
    }

    [GlTheory, InlineData(false), InlineData(true)]
    public void DrawVolumeView_AfterPainting_ShowsItInThePart(bool isCpu)
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        using var stage = new Stage(isCpu ? RendererChoice.Cpu : RendererChoice.Gl, layer);
        stage.Renderer.TextureBudget = Small * LabelBytes;
        Near(stage);
        Assert.True(Scenes.IsRed(stage.DrawRefined(Width, Height)[50, 45]));
        layer.Edit(new VoxelBox(0, 30, 30, 1, 4, 4), (_, _, row) => row.Fill(2));
        var painted = stage.DrawRefined(Width, Height);
        // Four of the twelve voxels that fill the height of the picture.
        Assert.InRange(painted.Find(Scenes.IsGreen).Count, 0.9 * 30 * 30, 1.1 * 30 * 30);
    }

    // The whole depth in sight would not fit: the finer part is the wall that is seen.
    [GlTheory]
    [InlineData("labels", false)]
    [InlineData("labels", true)]
    [InlineData("Isosurface", false)]
    [InlineData("Isosurface", true)]
    public void DrawVolumeView_OfAWall_ShowsItFinestThoughTheDepthBehindWouldNotFit(string kind, bool isCpu)
    {
        var shape = new VolumeShape(64, 64, 64);
        // Of the whole, four voxels along each axis become one; of the depth in sight as it is there would be 64 × 16 × 16.
        var small = 8 * 20 * 20 * (kind == "labels" ? LabelBytes : 1);

        Picture Draw(long budget, bool refines)
        {
            var layer = kind == "labels" ? Scenes.Labels(shape, (z, y, x) => 1 + ((x + y) % 3)) : (Layer)Relief(shape);
            using var stage = new Stage(isCpu ? RendererChoice.Cpu : RendererChoice.Gl, layer);
            stage.Viewer.AmbientOcclusion = 0;
            stage.Renderer.TextureBudget = budget;
            stage.LookAlongZ();
            var camera = stage.Viewer.Camera;
            camera.Target = new Vector3(32, 32, 8);
            camera.Distance = 6 / MathF.Tan(camera.FieldOfView * MathF.PI / 360);
            return refines ? stage.DrawRefined(Width, Height) : stage.DrawVolume(Width, Height, RenderQuality.Moving);
        }

        var fine = Draw(long.MaxValue, refines: true);
        var (lost, left) = (Difference(fine, Draw(small, refines: false)), Difference(fine, Draw(small, refines: true)));
        Assert.True(lost > 4, $"the wall shows coarse without it: {lost}");
        // Slopes reach past the part, into the whole.
        Assert.InRange(left, 0, (kind == "labels" ? 0.15 : 0.35) * lost);
    }

    private static Picture Draw(string kind, long budget, bool refines, bool isCpu)
    {
        using var stage = new Stage(isCpu ? RendererChoice.Cpu : RendererChoice.Gl, Layer(kind));
        // What is darkened by its surroundings, those beyond the part would darken too.
        stage.Viewer.AmbientOcclusion = 0;
        stage.Renderer.TextureBudget = budget;
        Near(stage);
        if (refines)
            return stage.DrawRefined(Width, Height);
        // Without time for it, the finer part is still on its way; in motion the processor's cores do not ask for it.
        stage.Renderer.Finish(stage.Viewer);
        stage.Renderer.UploadTime = TimeSpan.Zero;
        return stage.DrawVolume(Width, Height, isCpu && budget != long.MaxValue ? RenderQuality.Moving : RenderQuality.Full);
    }

    // Twelve voxels fill the height of the picture.
    private static void Near(Stage stage)
    {
        stage.LookAlongZ();
        var camera = stage.Viewer.Camera;
        camera.Target = new Vector3(32, 32, 8);
        camera.Distance = 6 / MathF.Tan(camera.FieldOfView * MathF.PI / 360);
    }

    // Stripes of two voxels, which blocks of three mix up.
    private static Layer Layer(string kind) => kind switch
    {
        "labels" => Scenes.Labels(Shape, (z, y, x) => z >= (x / 2 % 2 * 4) ? 1 + (y / 2 % 3) : 0),
        "translucent labels" => Translucent(Scenes.Labels(Shape, (z, y, x) => z is > 4 and < 9 ? 1 + (x / 2 % 2) : 0)),
        "specks" => Specks(),
        _ => Image(Enum.Parse<ImageRenderMode>(kind)),
    };

    private static ImageLayer Image(ImageRenderMode mode)
    {
        var layer = Scenes.Image<byte>(Shape, (z, y, x) => (byte)(z is > 4 and < 9 && (x / 2 % 2) + (y / 2 % 2) == 1 ? 200 : 20));
        layer.RenderMode = mode;
        layer.OpacityCurve = [new OpacityPoint(0, 0), new OpacityPoint(1, 0.4f)];
        return layer;
    }

    // A wall with a chequered relief, of which nothing is left where two voxels along each axis become one. It does not begin within a voxel of the volume's face, beyond which
    // slopes are those of the whole.
    private static ImageLayer Relief(VolumeShape shape)
    {
        var layer = Scenes.Image<byte>(shape, (z, y, x) => (byte)(z >= 2 + ((((x + 1) / 2) + ((y + 1) / 2)) % 2) ? 200 : 20));
        (layer.RenderMode, layer.Interpolate) = (ImageRenderMode.Isosurface, true);
        return layer;
    }

    // Surfaces of single voxels, of which nothing is left in blocks of three: rays would leap over all of them.
    private static ImageLayer Specks()
    {
        var layer = Scenes.Image<byte>(Shape, (z, y, x) => (byte)(z == 6 && x % 4 == 1 && y % 4 == 1 ? 200 : 20));
        layer.RenderMode = ImageRenderMode.Isosurface;
        return layer;
    }

    private static LabelsLayer Translucent(LabelsLayer layer)
    {
        layer.Phases = new PhaseTable(layer.Phases.Select(phase => phase with { Color = phase.Color with { A = 110 } }));
        return layer;
    }

    // The mean difference of a channel within the part, which is smaller than the picture is wide.
    private static double Difference(Picture one, Picture other)
    {
        double sum = 0;
        for (var y = 5; y < 85; y++)
        {
            for (var x = 15; x < 85; x++)
                sum += Math.Abs(one[x, y].R - other[x, y].R) + Math.Abs(one[x, y].G - other[x, y].G) + Math.Abs(one[x, y].B - other[x, y].B);
        }
        return sum / (80 * 70 * 3);
    }
}
