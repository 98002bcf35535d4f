using System.Numerics;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Export;

[Collection(MeasuredAlone.Name)]
public sealed class AnimationTests : IDisposable
{
    private static readonly ValueJson Values = new(new ValueScope(_ => null, id => Colormap.BuiltIn.FirstOrDefault(colormap => colormap.Id == id)));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Viewer Bars()
    {
        var viewer = new Viewer { Layout = ViewLayout.Volume };
        viewer.Layers.Add(Scenes.Labels(new VolumeShape(10, 8, 12), (_, y, x) => y is > 1 and < 5 ? (x < 6 ? 1 : 3) : 0));
        viewer.Layers.Add(Scenes.Image(new VolumeShape(10, 8, 12), (z, _, _) => (byte)(z * 20)));
        viewer.Layers[1].Visible = false;
        viewer.ResetView();
        return viewer;
    }

    private static AnimationOptions Small { get; } = new() { Frames = 4, Width = 96, Height = 72, Render = new RenderOptions { Supersampling = 1 } };

    [GlFact]
    public void Write_OfATurntable_GivesFramesThatDifferAndCloseTheCircle()
    {
        var viewer = Bars();
        var files = AnimationExport.Write(viewer, new Turntable(viewer.Camera.Orientation, 360), Small, _folder.File("frames"));
        Assert.Equal(["frame-0001.png", "frame-0002.png", "frame-0003.png", "frame-0004.png"], files.Select(Path.GetFileName));
        var pictures = files.Select(File.ReadAllBytes).ToList();
        Assert.Equal(4, pictures.Select(Convert.ToHexString).Distinct().Count());
        // The frame after the last would be the first: three quarters and one more.
        var again = AnimationExport.Write(viewer, new Turntable(Turned(viewer, 1), 360), Small with { Frames = 1 }, _folder.File("again"));
        Assert.Equal(pictures[0], File.ReadAllBytes(again[0]));

        static Quaternion Turned(Viewer viewer, double time)
        {
            var fresh = Bars();
            new Turntable(fresh.Camera.Orientation, 360).Put(fresh, time, new Dictionary<Axis, SlicePlace>());
            return fresh.Camera.Orientation;
        }
    }

    [Theory]
    [InlineData(Axis.Y)]
    [InlineData(Axis.Z)]
    public void Turntable_AQuarterAround_TurnsTheEyeAboutTheAxisOfTheWorld(Axis axis)
    {
        var viewer = Bars();
        var (start, about) = (viewer.Camera.Position - viewer.Camera.Target, SliceCamera.Unit(axis));
        new Turntable(viewer.Camera.Orientation, 90, axis).Put(viewer, 1 - 1e-9, new Dictionary<Axis, SlicePlace>());
        var now = viewer.Camera.Position - viewer.Camera.Target;
        Assert.Equal(start.Length(), now.Length(), 3);
        Assert.Equal(Vector3.Dot(start, about), Vector3.Dot(now, about), 3);
        Assert.Equal(0, Vector3.Dot(start - (about * Vector3.Dot(start, about)), now - (about * Vector3.Dot(now, about))), 2);
    }

    [Fact]
    public void KeyFrames_AtTheirTimes_AreTheScenesThatWereTaken()
    {
        var viewer = Bars();
        var (labels, image) = ((LabelsLayer)viewer.Layers[0], (ImageLayer)viewer.Layers[1]);
        var first = KeyFrame.Of("a", 1, viewer, new Dictionary<Axis, SlicePlace> { [Axis.Z] = new(0, 0, 4) });
        (labels.Opacity, image.ContrastLimits, image.Visible, image.Isovalue) = (0.2f, new ContrastLimits(50, 100), true, 120);
        viewer.Camera.Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, 2);
        viewer.ClippingPlanes = [new ClippingPlane(new Vector3(1, 0, 0), Vector3.UnitX)];
        var second = KeyFrame.Of("b", 3, viewer, new Dictionary<Axis, SlicePlace> { [Axis.Z] = new(2, 4, 8) });
        viewer.ClippingPlanes = [new ClippingPlane(new Vector3(3, 0, 0), Vector3.UnitX)];
        var third = KeyFrame.Of("c", 0, viewer, new Dictionary<Axis, SlicePlace>());
        var animation = new KeyFrameAnimation([first, second, third], Values);
        Assert.Equal(4, animation.Seconds);
        var places = new Dictionary<Axis, SlicePlace>();

        animation.Put(viewer, 0, places);
        Assert.Equal((1f, false, 100f), (labels.Opacity, image.Visible, image.Isovalue));
        Assert.Empty(viewer.ClippingPlanes);
        Assert.True(Same(Camera.DefaultOrientation, viewer.Camera.Orientation));

        // Half of the first second: whatever the pace, the middle is the middle.
        animation.Put(viewer, 0.125, places);
        Assert.Equal(0.6f, labels.Opacity, 5);
        Assert.Equal((25f, 150f), (image.ContrastLimits.Low, image.ContrastLimits.High));
        Assert.Equal(110, image.Isovalue, 3);
        Assert.Equal(new SlicePlace(1, 2, 6), places[Axis.Z]);
        var (from, to) = (Camera.DefaultOrientation, Quaternion.CreateFromAxisAngle(Vector3.UnitY, 2));
        Assert.Equal(Angle(from, viewer.Camera.Orientation), Angle(viewer.Camera.Orientation, to), 3);

        animation.Put(viewer, 0.25 + (0.75 / 2), places);
        Assert.Equal(2, viewer.ClippingPlanes[0].Point.X, 4);
        animation.Put(viewer, 1, places);
        Assert.Equal(3, viewer.ClippingPlanes[0].Point.X);

        // Slowly out: after a tenth of the segment less than a twentieth of the way.
        animation.Put(viewer, 0.025, places);
        Assert.InRange(labels.Opacity, 0.96f, 1);
    }

    [Fact]
    public void KeyFrames_WrittenAndRead_GiveTheSameScene()
    {
        var viewer = Bars();
        viewer.Layers[0].Opacity = 0.3f;
        var frame = KeyFrame.Read(KeyFrame.Of("a", 1.5, viewer, new Dictionary<Axis, SlicePlace> { [Axis.X] = new(1, 2, 3) }).Write());
        viewer.Layers[0].Opacity = 0.9f;
        var places = new Dictionary<Axis, SlicePlace>();
        frame.Put(viewer, frame, 0, Values, places);
        Assert.Equal(("a", 1.5, 0.3f, new SlicePlace(1, 2, 3)), (frame.Name, frame.Seconds, viewer.Layers[0].Opacity, places[Axis.X]));
        Assert.Contains("two key frames", Assert.Throws<UserException>(() => new KeyFrameAnimation([frame], Values)).Message);
    }

    [Fact]
    public void KeyFrames_WithAPicture_KeepItAndWithoutHaveNone()
    {
        var frame = KeyFrame.Of("a", 1.5, Bars(), new Dictionary<Axis, SlicePlace>());
        Assert.Equal("", KeyFrame.Read(frame.Write()).Picture);
        using var drawn = new SkiaSharp.SKBitmap(3, 2);
        drawn.Erase(new SkiaSharp.SKColor(200, 100, 50));
        var picture = Convert.ToBase64String(drawn.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100).ToArray());
        var read = KeyFrame.Read((frame with { Picture = picture }).Write());
        using var decoded = KeyFrame.Decode(read.Picture);
        Assert.Equal((3, 2, 100), (decoded!.Width, decoded.Height, decoded.GetPixel(1, 1).Green));
        // What others wrote there is no reason not to open a project.
        Assert.Null(KeyFrame.Decode("no base64!"));
        Assert.Null(KeyFrame.Decode(Convert.ToBase64String([1, 2, 3])));
    }

    [Fact]
    public void SceneCopy_OfAViewer_IsEqualAndApart()
    {
        var viewer = Bars();
        viewer.Layers[0].Opacity = 0.3f;
        viewer.SelectedLayer = viewer.Layers[0];
        var copy = SceneCopy.Of(viewer);
        foreach (var (a, b) in viewer.Layers.Zip(copy.Layers))
            Assert.Equal(PropertyJson.Write(a).ToJsonString(), PropertyJson.Write(b).ToJsonString());
        Assert.Equal(PropertyJson.Write(viewer).ToJsonString(), PropertyJson.Write(copy).ToJsonString());
        Assert.Same(copy.Layers[0], copy.SelectedLayer);
        copy.Layers[0].Opacity = 1;
        Assert.Equal(0.3f, viewer.Layers[0].Opacity);
    }

    [GlFact]
    public void Write_ThatIsCancelled_LeavesNoFrames()
    {
        var viewer = Bars();
        using var cancelled = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => AnimationExport.Write(viewer, new Turntable(viewer.Camera.Orientation, 90), Small, _folder.File("frames"),
            new Cancelling(cancelled), cancelled.Token));
        Assert.False(Directory.Exists(_folder.File("frames")));
    }

    [GlFact]
    public void Write_AsAFilm_GivesEveryFrameToTheEncoderOrSaysThatThereIsNone()
    {
        var viewer = Bars();
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            Environment.SetEnvironmentVariable("PATH", _folder.Path);
            Assert.Contains("ffmpeg", Assert.Throws<UserException>(() => AnimationExport.CheckTarget(_folder.File("a.mp4"))).Message);
            if (OperatingSystem.IsWindows())
                return;
            // Stands in for the encoder: counts the bytes that it is given, and keeps what it was asked for.
            File.WriteAllText(_folder.File("ffmpeg"), $"#!/bin/sh\nfor last; do :; done\necho \"$@\" > '{_folder.File("asked")}'\n/usr/bin/wc -c > \"$last\"\n");
            File.SetUnixFileMode(_folder.File("ffmpeg"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
            AnimationExport.Write(viewer, new Turntable(viewer.Camera.Orientation, 90), Small with { FramesPerSecond = 12.5 }, _folder.File("a.mp4"));
            Assert.Equal($"{4 * 96 * 72 * 4}", File.ReadAllText(_folder.File("a.mp4")).Trim());
            Assert.Contains("-s 96x72 -r 12.5", File.ReadAllText(_folder.File("asked")));
            File.SetUnixFileMode(_folder.File("ffmpeg"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.WriteAllText(_folder.File("ffmpeg"), "#!/bin/sh\necho 'Unknown encoder libx264' >&2\nexit 1\n");
            Assert.Contains("Unknown encoder", Assert.Throws<UserException>(() => AnimationExport.Write(viewer, new Turntable(viewer.Camera.Orientation, 90), Small, _folder.File("b.mp4"))).Message);
            Assert.False(File.Exists(_folder.File("b.mp4")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    private static bool Same(Quaternion a, Quaternion b) => Math.Abs(Quaternion.Dot(a, b)) > 1 - 1e-6;

    private static double Angle(Quaternion a, Quaternion b) => 2 * Math.Acos(Math.Min(1, Math.Abs(Quaternion.Dot(a, b))));

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => source.Cancel();
    }
}
