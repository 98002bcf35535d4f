using VolumeViewer.Host.Export;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Figures and animations of what is shown: the values of their windows, and their writing in jobs. Used on the window's thread.</summary>
internal sealed class ExportDesk
{
    private readonly Workbench _bench;
    private readonly List<KeyFrame> _frames = [];

    public ExportDesk(Workbench bench)
    {
        _bench = bench;
        Player = new AnimationPlayer(bench);
        bench.Project.Add(new KeyFramesPart(() => _frames, frames =>
        {
            _frames.Clear();
            _frames.AddRange(frames);
        }));
    }

    public bool ShowFigure { get; set; }

    public bool ShowAnimation { get; set; }

    /// <summary>The figure as the user last wanted it; layout and shape are taken from the views when it is drawn.</summary>
    public FigureOptions Figure { get; set; } = new() { Width = 1800 };

    /// <summary>The views of the figure: null for those of the window, or one alone.</summary>
    public ViewLayout? FigureLayout { get; set; }

    /// <summary>Whether the width is given in mm rather than in pixels.</summary>
    public bool InMillimetres { get; set; }

    public AnimationOptions Animation { get; set; } = new();

    /// <summary>Whether the animation is a turntable rather than the key frames.</summary>
    public bool IsTurntable { get; set; } = true;

    public double Degrees { get; set; } = 360;

    public Axis TurntableAxis { get; set; } = Axis.Y;

    public IReadOnlyList<KeyFrame> Frames => _frames;

    public AnimationPlayer Player { get; }

    /// <summary>What the views draw and where they stand; set by the window.</summary>
    public ViewState Views { get; set; } = new();

    /// <summary>The key frame whose small picture is to be drawn of what is shown now, or null.</summary>
    public KeyFrame? Unpictured { get; private set; }

    /// <summary>The texture of a key frame's small picture, 0 for none; set by the window.</summary>
    public Func<KeyFrame, uint>? TextureOf { get; set; }

    /// <summary>Gives a key frame its small picture, "" where there can be none.</summary>
    public void SetPicture(KeyFrame frame, string picture)
    {
        if (ReferenceEquals(Unpictured, frame))
            Unpictured = null;
        if (_frames.FindIndex(each => ReferenceEquals(each, frame)) is >= 0 and var index)
            _frames[index] = frame with { Picture = picture };
    }

    /// <summary>Takes the scene as it is for a key frame behind the last.</summary>
    public void AddFrame()
    {
        _frames.Add(Unpictured = KeyFrame.Of($"key frame {_frames.Count + 1}", 2, _bench.Viewer, Views.Places));
        IsTurntable = false;
        _bench.Project.Unsaved.Touch();
    }

    /// <summary>Takes the scene as it is for a key frame that is there.</summary>
    public void UpdateFrame(int index) => Change(() => _frames[index] = Unpictured = KeyFrame.Of(_frames[index].Name, _frames[index].Seconds, _bench.Viewer, Views.Places));

    public void RemoveFrame(int index) => Change(() => _frames.RemoveAt(index));

    public void SetFrame(int index, KeyFrame frame) => Change(() => _frames[index] = frame);

    /// <summary>Moves a key frame before or behind its neighbour.</summary>
    public void MoveFrame(int index, int by)
    {
        var to = Math.Clamp(index + by, 0, _frames.Count - 1);
        Change(() => (_frames[index], _frames[to]) = (_frames[to], _frames[index]));
    }

    /// <summary>Shows the scene of a key frame; undo takes it back.</summary>
    public void GoTo(int index)
    {
        using (_bench.History.Step($"Go to {_frames[index].Name}"))
            _frames[index].Put(_bench.Viewer, _frames[index], 0, _bench.Project.Values(), Views.WantedPlaces);
        // Those of older projects have none.
        if (_frames[index].Picture.Length == 0)
            Unpictured = _frames[index];
        _bench.Activity.Request();
    }

    /// <summary>What plays; null where there are too few key frames, and the user was told.</summary>
    public IAnimation? Chosen(Viewer scene)
    {
        if (IsTurntable)
            return new Turntable(scene.Camera.Orientation, Degrees, TurntableAxis, Views.Places);
        try
        {
            return new KeyFrameAnimation(_frames, ValuesFor(scene));
        }
        catch (UserException few)
        {
            _bench.Notices.Fail(few.Message);
            return null;
        }
    }

    /// <summary>How long the animation takes, s.</summary>
    public double Seconds => IsTurntable ? Animation.Frames / Animation.FramesPerSecond : _frames.SkipLast(1).Sum(frame => frame.Seconds);

    /// <summary>Plays the animation in the window, and then shows what was there before.</summary>
    public void Play()
    {
        if (Player.IsPlaying)
            Player.Stop();
        else if (Chosen(_bench.Viewer) is { } animation)
            Player.Start(animation, Math.Max(0.5, Seconds), KeyFrame.Of("before", 0, _bench.Viewer, Views.Places), Views);
    }

    /// <summary>The figure with the layout and the shape of the views.</summary>
    public FigureOptions FigureNow()
    {
        var layout = FigureLayout ?? _bench.Viewer.Layout;
        var areas = Views.Pictures.Select(picture => picture.Area).ToList();
        var shape = FigureLayout is null && areas.Count > 0
            ? (areas.Max(area => area.Max.Y) - areas.Min(area => area.Min.Y)) / Math.Max(1, areas.Max(area => area.Max.X) - areas.Min(area => area.Min.X))
            : 0.75f;
        var figure = Figure with
        {
            Layout = layout,
            Height = Math.Clamp((int)Math.Round(Figure.Width * shape), 16, FigureOptions.MaxLength),
            TextPoints = InMillimetres ? 7 : 0,
        };
        return figure with { Render = figure.Render with { Places = new Dictionary<Axis, SlicePlace>(Views.Places), Crosshair = Views.ShowCrosshair && figure.Render.Crosshair } };
    }

    /// <summary>Asks where, and writes the figure in a job.</summary>
    public void SaveFigure() => _bench.FileRequest = new FileRequest("Save the figure as (.png, .pdf or .svg)", FileGoal.Save, "Save", (_bench.Project.Name ?? "figure") + ".png", paths => WriteFigure(paths[0], FigureNow()));

    /// <summary>Writes a picture of the views as large as they stand, beside the screenshots, and puts its path into the clipboard.</summary>
    public void ScreenshotOfViews()
    {
        var areas = Views.Pictures.Select(picture => picture.Area).ToList();
        if (areas.Count == 0)
            return;
        var width = (int)(areas.Max(area => area.Max.X) - areas.Min(area => area.Min.X));
        WriteFigure(FileDialogs.DefaultScreenshotPath(), FigureNow() with { Width = Math.Max(16, width), Height = Math.Max(16, (int)(areas.Max(area => area.Max.Y) - areas.Min(area => area.Min.Y))), TextPoints = 0 });
    }

    public void WriteFigure(string path, FigureOptions options)
    {
        try
        {
            FigureExport.CheckTarget(path);
            options.Check();
        }
        catch (UserException problem)
        {
            _bench.Notices.Fail(problem.Message);
            return;
        }
        var scene = SceneCopy.Of(_bench.Viewer);
        _bench.Services.Jobs.Start($"Figure {Path.GetFileName(path)}", job =>
        {
            FigureExport.Write(scene, options, path, job.CancellationToken);
            return Task.FromResult(path);
        }, written => _bench.Post(() =>
        {
            Clipboard = written;
            _bench.Notices.Tell($"Saved the figure as {written}; the path is in the clipboard.");
        }));
        _bench.Activity.Request();
    }

    /// <summary>A text that the window shall put into the clipboard, once.</summary>
    public string? Clipboard { get; set; }

    /// <summary>Asks where, and writes the animation in a job.</summary>
    /// <param name="asFilm">As one file rather than as a folder of pictures.</param>
    public void SaveAnimation(bool asFilm) => _bench.FileRequest = asFilm
        ? new FileRequest("Save the film as", FileGoal.Save, "Save", (_bench.Project.Name ?? "animation") + ".mp4", paths => WriteAnimation(paths[0].EndsWith(".mp4", StringComparison.OrdinalIgnoreCase) ? paths[0] : paths[0] + ".mp4"))
        : new FileRequest("The folder for the frames", FileGoal.Folder, "Write here", "frames", paths => WriteAnimation(paths[0] + Path.DirectorySeparatorChar));

    public void WriteAnimation(string target)
    {
        var scene = SceneCopy.Of(_bench.Viewer);
        if (Chosen(scene) is not { } animation)
            return;
        var options = Animation with
        {
            Frames = IsTurntable ? Animation.Frames : Math.Max(2, (int)Math.Round(Seconds * Animation.FramesPerSecond) + 1),
            Render = Figure.Render with { Crosshair = false },
        };
        try
        {
            options.Check();
            AnimationExport.CheckTarget(target);
        }
        catch (UserException problem)
        {
            _bench.Notices.Fail(problem.Message);
            return;
        }
        _bench.WantedTab = SideTab.Jobs;
        _bench.Services.Jobs.Start($"Animation {Path.GetFileName(Path.TrimEndingDirectorySeparator(target))}",
            job => Task.FromResult(AnimationExport.Write(scene, animation, options, target, new JobReports(job), job.CancellationToken)),
            files => _bench.Post(() => _bench.Notices.Tell(files.Count == 1 ? $"Saved the film as {target}" : $"Saved {files.Count} frames in {target}")));
        _bench.Activity.Request();
    }

    private ValueJson ValuesFor(Viewer scene)
    {
        var colormaps = _bench.Services.Plugins.AllActive<Colormap>();
        return new ValueJson(new ValueScope(id => scene.Layers.FirstOrDefault(layer => LayerIds.Of(layer) == id), id => colormaps.FirstOrDefault(colormap => colormap.Id == id)));
    }

    private void Change(Action change)
    {
        change();
        _bench.Project.Unsaved.Touch();
        _bench.Activity.Request();
    }
}
