using System.Diagnostics;

using ImGuiNET;

using Silk.NET.Input;
using Silk.NET.OpenGL;
using Silk.NET.OpenGL.Extensions.ImGui;
using Silk.NET.Windowing;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Runs the window: takes events, draws when something has changed, and sleeps otherwise.</summary>
internal sealed class WindowLoop : IDisposable
{
    // Short enough that a click feels immediate, long enough that waiting costs nothing.
    private static readonly TimeSpan Sleep = TimeSpan.FromMilliseconds(8);

    private static readonly TimeSpan JobFrame = TimeSpan.FromMilliseconds(100), CaretFrame = TimeSpan.FromMilliseconds(250);

    private readonly IWindow _window;
    private readonly MainWindowOptions _options;
    private readonly GL _gl;
    private readonly IInputContext _input;
    private readonly SceneRenderer _renderer;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private ImGuiController _gui;
    private TimeSpan _lastFrame;
    private bool _isSure;

    public WindowLoop(IWindow window, Workbench bench, MainWindowOptions options)
    {
        (_window, Bench, _options) = (window, bench, options);
        _gl = GL.GetApi(window);
        _input = window.CreateInput();
        _renderer = new SceneRenderer(_gl);
        var state = new ShellState { Scale = options.Scale ?? WindowSettings.ScaleOf(bench.Services.Settings.Current) };
        _gui = CreateGui(state.Scale);
        Shell = new Shell(new ViewTools(bench, _gl, _renderer, new ViewState { Renderer = options.Renderer, SliceCounts = new SliceCounts(bench.Activity.Wake) }), state);
        bench.Forgotten += _renderer.Forget;
        Listen();
    }

    public Workbench Bench { get; }

    public Shell Shell { get; }

    public string Title => _window.Title;

    /// <summary>Frames drawn so far.</summary>
    public int Frames { get; private set; }

    public void Run() => _window.Run(Step);

    /// <summary>Closes the window without asking about changes.</summary>
    public void Close()
    {
        _isSure = true;
        _window.Close();
    }

    // The user has saved, or has nothing to keep.
    private void Leave()
    {
        Bench.Recovery.Forget();
        Close();
    }

    /// <summary>Opens files and folders that were dropped on the window.</summary>
    public void Drop(string[] paths)
    {
        // The program that they come from has the keyboard, and no other event may follow.
        Bench.Activity.RequestForInput();
        Bench.Files.Open(paths);
    }

    /// <summary>A picture of the last frame.</summary>
    public Screenshot Capture() => Screenshot.Read(_gl, _window.FramebufferSize.X, _window.FramebufferSize.Y);

    public void Dispose()
    {
        Bench.Forgotten -= _renderer.Forget;
        Shell.Dispose();
        _renderer.Dispose();
        _gui.Dispose();
        _input.Dispose();
        _gl.Dispose();
    }

    private void Listen()
    {
        var activity = Bench.Activity;
        foreach (var mouse in _input.Mice)
        {
            mouse.MouseMove += (_, _) => activity.Request();
            mouse.MouseDown += (_, _) => activity.RequestForInput();
            mouse.MouseUp += (_, _) => activity.RequestForInput();
            mouse.Scroll += (_, _) => activity.Request();
        }
        foreach (var keyboard in _input.Keyboards)
        {
            keyboard.KeyDown += (_, _, _) => activity.RequestForInput();
            keyboard.KeyUp += (_, _, _) => activity.RequestForInput();
            keyboard.KeyChar += (_, _) => activity.RequestForInput();
        }
        _window.FramebufferResize += _ => activity.Request();
        _window.FocusChanged += _ => activity.Request();
        _window.StateChanged += _ => activity.Request();
        _window.FileDrop += Drop;
        _window.Render += _ => Draw();
    }

    private void Step()
    {
        _window.DoEvents();
        if (_options.Closing.IsCancellationRequested)
            Close();
        if (_window.IsClosing && !_isSure)
        {
            // Nothing was asked yet: the window stays until the user has answered, or goes at once.
            _window.IsClosing = false;
            Bench.Project.Asking("closing the window", Leave, Close);
        }
        if (_window.IsClosing)
            return;
        Bench.Tick();
        if (Bench.Project.Title(_options.Title) is var title && title != _window.Title)
            _window.Title = title;
        if (Bench.Watcher.AnyRunning)
            Bench.Activity.RequestIn(JobFrame);
        if (Shell.State.WantedScale is { } scale)
            Rescale(scale);
        if (!Bench.Activity.Take())
        {
            Thread.Sleep(Sleep);
            return;
        }
        _window.DoUpdate();
        _window.DoRender();
        if (Shell.State.WantsToQuit)
        {
            Shell.State.WantsToQuit = false;
            Bench.Project.Asking("closing the window", Leave, Close);
        }
    }

    private void Draw()
    {
        var (width, height) = (_window.FramebufferSize.X, _window.FramebufferSize.Y);
        // Nothing to draw on while the window is minimised.
        if (width < 1 || height < 1)
            return;
        var now = _clock.Elapsed;
        _gui.MakeCurrent();
        _gui.Update((float)(now - _lastFrame).TotalSeconds);
        DecimalComma.Follow();
        _lastFrame = now;
        var renderer = Shell.Views.Renderer ?? Bench.Services.Settings.Current.Renderer;
        if (_renderer.Choice != renderer)
        {
            _renderer.Choice = renderer;
            Bench.Scene.Touch();
        }
        var version = Bench.Scene.Anything;
        Shell.Draw();
        if (ImGui.GetIO().WantTextInput)
            Bench.Activity.RequestIn(CaretFrame);
        // A view drawn before the change shows it in the next frame.
        if (version != Bench.Scene.Anything)
            Bench.Activity.Request();

        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        _gl.Viewport(0, 0, (uint)width, (uint)height);
        _gl.ClearColor(Theme.Ground.X, Theme.Ground.Y, Theme.Ground.Z, 1);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
        _gui.Render();
        Frames++;
        TakeScreenshot();
        ShowCursor();
        _options.AfterFrame?.Invoke(this);
    }

    private void TakeScreenshot()
    {
        if (Bench.ScreenshotPath is not { } path || Bench.FileRequest is not null)
            return;
        Bench.ScreenshotPath = null;
        try
        {
            Capture().Save(path);
            Bench.Notices.Tell($"Saved the picture of the window as {path}");
        }
        catch (UserException problem)
        {
            Bench.Notices.Fail(problem.Message);
        }
        Bench.Activity.Request();
    }

    // Dear ImGui says which pointer it wants; Silk.NET's controller does not pass it on.
    private void ShowCursor()
    {
        var wanted = ImGui.GetMouseCursor() switch
        {
            ImGuiMouseCursor.TextInput => StandardCursor.IBeam,
            ImGuiMouseCursor.ResizeEW => StandardCursor.HResize,
            ImGuiMouseCursor.ResizeNS => StandardCursor.VResize,
            ImGuiMouseCursor.Hand => StandardCursor.Hand,
            _ => StandardCursor.Default,
        };
        foreach (var mouse in _input.Mice)
        {
            if (mouse.Cursor.StandardCursor != wanted && mouse.Cursor.IsSupported(wanted))
                mouse.Cursor.StandardCursor = wanted;
        }
    }

    private ImGuiController CreateGui(float scale)
    {
        var density = _window.Size.X > 0 ? (float)_window.FramebufferSize.X / _window.Size.X : 1;
        var gui = new ImGuiController(_gl, _window, _input, () =>
        {
            Fonts.Load(scale, Math.Max(1, density));
            KeepNoFile();
        });
        Theme.Apply(scale);
        return gui;
    }

    // The window remembers nothing between two runs, and leaves no file where it was started.
    private static unsafe void KeepNoFile() => ImGui.GetIO().NativePtr->IniFilename = null;

    private void Rescale(float scale)
    {
        Shell.State.WantedScale = null;
        if (Math.Abs(scale - Shell.State.Scale) < 0.01f)
            return;
        _gui.Dispose();
        _gui = CreateGui(scale);
        Shell.State.Scale = scale;
        Bench.Activity.Request();
    }
}
