using System.Diagnostics;
using Silk.NET.Core;
using Silk.NET.Core.Contexts;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

/// <summary>A window of GLFW: its life and its frames. Its properties and native events are in the other parts.</summary>
internal sealed partial class GlfwWindow : IWindow
{
    private readonly InvocationQueue _invocations = new();
    private readonly FrameLoop _renders;
    private readonly FrameLoop _updates;
    private readonly Stopwatch _lifetime = new();
    private WindowOptions _options;
    private nint _window;
    private GlfwContext? _context;
    private GlfwNativeWindow? _native;
    private Action? _onFrame;
    private bool _inRefresh;
    private bool _swapIntervalChanged;

    internal GlfwWindow(WindowOptions options, IWindowHost? parent = null)
    {
        GlfwLibrary.EnsureInitialized();
        _options = options;
        _renders = new FrameLoop(options.FramesPerSecond);
        _updates = new FrameLoop(options.UpdatesPerSecond);
        Parent = parent;
    }

    /// <summary>Raised before native events are asked for, so that devices can forget what they counted in the last frame.</summary>
    internal event Action? EventsStarting;

    /// <summary>Raised while the native window still exists.</summary>
    internal event Action? Destroying;

    public event Action? Load;
    public event Action<double>? Update;
    public event Action<double>? Render;

    public bool IsInitialized => _window != 0;
    public nint Handle => _window;
    public IGLContext? GLContext => _context;
    public INativeWindow? Native => _native;
    public IWindowHost? Parent { get; }
    public double Time => _lifetime.Elapsed.TotalSeconds;

    public void Initialize()
    {
        if (IsInitialized)
            return;
        _invocations.BindToThisThread();
        _window = GlfwWindowCreation.Create(_options, _options.SharedContext?.Handle ?? 0);
        _native = new GlfwNativeWindow(_window);
        if (_options.API.API is ContextAPI.OpenGL or ContextAPI.OpenGLES)
        {
            _context = new GlfwContext(_window, this);
            _context.MakeCurrent();
        }
        RegisterCallbacks();
        if (_options.IsVisible)
            GlfwNative.glfwShowWindow(_window);
        if (_options.WindowState != WindowState.Normal)
            WindowState = _options.WindowState;
        _swapIntervalChanged = true;
        _renders.Start();
        _updates.Start();
        _lifetime.Restart();
        Load?.Invoke();
    }

    public void Run(Action onFrame)
    {
        _onFrame = onFrame;
        try
        {
            while (!IsClosing)
                onFrame();
        }
        finally
        {
            _onFrame = null;
        }
    }

    public void DoEvents()
    {
        _invocations.Run();
        // While the window is being resized frames are drawn from within its events, which must not be asked for again there.
        if (_inRefresh || !IsInitialized)
            return;
        EventsStarting?.Invoke();
        if (IsEventDriven)
            GlfwNative.glfwWaitEvents();
        else
            GlfwNative.glfwPollEvents();
        ThrowFromCallbacks();
        _invocations.Run();
    }

    public void ContinueEvents() => GlfwNative.glfwPostEmptyEvent();

    public void DoUpdate()
    {
        if (_updates.IsDue(out var seconds))
            Update?.Invoke(seconds);
    }

    public void DoRender()
    {
        _invocations.Run();
        if (!IsInitialized || !_renders.IsDue(out var seconds, always: VSync))
            return;
        if (_context is not null && !IsContextControlDisabled && !_context.IsCurrent)
            _context.MakeCurrent();
        if (_swapIntervalChanged && !IsContextControlDisabled)
        {
            _context?.SwapInterval(VSync ? 1 : 0);
            _swapIntervalChanged = false;
        }
        Render?.Invoke(seconds);
        if (ShouldSwapAutomatically && !IsContextControlDisabled)
            _context?.SwapBuffers();
    }

    public object Invoke(Delegate d, params object[] args) => _invocations.Invoke(d, args, ContinueEvents)!;

    public void Close()
    {
        RaiseClosing();
        IsClosing = true;
    }

    public void Reset()
    {
        if (!IsInitialized)
            return;
        _invocations.Run();
        Destroying?.Invoke();
        UnregisterCallbacks();
        _context?.Clear();
        GlfwNative.glfwDestroyWindow(_window);
        _window = 0;
        _context = null;
        _native = null;
        _lifetime.Reset();
    }

    public void Dispose() => Reset();

    public IWindow CreateWindow(WindowOptions opts) => new GlfwWindow(opts, this);

    public unsafe void SetWindowIcon(ReadOnlySpan<RawImage> icons)
    {
        RequireWindow();
        var pins = new System.Buffers.MemoryHandle[icons.Length];
        var images = new GlfwImage[icons.Length];
        try
        {
            for (var i = 0; i < icons.Length; i++)
            {
                if (icons[i].Pixels.Length < icons[i].Width * icons[i].Height * 4)
                    throw new ArgumentException($"Icon {i} of {icons[i].Width} x {icons[i].Height} pixels needs {icons[i].Width * icons[i].Height * 4} bytes, got {icons[i].Pixels.Length}.");
                pins[i] = icons[i].Pixels.Pin();
                images[i] = new GlfwImage { Width = icons[i].Width, Height = icons[i].Height, Pixels = (byte*)pins[i].Pointer };
            }
            fixed (GlfwImage* pointer = images)
                GlfwNative.glfwSetWindowIcon(_window, images.Length, pointer);
        }
        finally
        {
            foreach (var pin in pins)
                pin.Dispose();
        }
    }

    public Vector2D<int> PointToClient(Vector2D<int> point) => point - Position;
    public Vector2D<int> PointToScreen(Vector2D<int> point) => point + Position;

    public Vector2D<int> PointToFramebuffer(Vector2D<int> point)
    {
        var (size, pixels) = (Size, FramebufferSize);
        return size.X == 0 || size.Y == 0 ? point : new Vector2D<int>(point.X * pixels.X / size.X, point.Y * pixels.Y / size.Y);
    }

    private void RequireWindow()
    {
        if (!IsInitialized)
            throw new InvalidOperationException("The window is not open: call Initialize() or Run() first.");
    }
}
