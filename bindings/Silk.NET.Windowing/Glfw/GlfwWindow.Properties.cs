using Silk.NET.Core.Contexts;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

// Before the window exists its properties are those of the options it will be made with.
internal sealed partial class GlfwWindow
{
    public bool IsClosing
    {
        get => !IsInitialized || GlfwNative.glfwWindowShouldClose(_window) != 0;
        set
        {
            if (IsInitialized)
                GlfwNative.glfwSetWindowShouldClose(_window, value ? 1 : 0);
        }
    }

    public bool IsVisible
    {
        get => IsInitialized ? GlfwNative.glfwGetWindowAttrib(_window, GlfwHint.Visible) != 0 : _options.IsVisible;
        set
        {
            _options.IsVisible = value;
            if (!IsInitialized)
                return;
            if (value)
                GlfwNative.glfwShowWindow(_window);
            else
                GlfwNative.glfwHideWindow(_window);
        }
    }

    public Vector2D<int> Position
    {
        get
        {
            if (!IsInitialized)
                return _options.Position;
            GlfwNative.glfwGetWindowPos(_window, out var x, out var y);
            return new Vector2D<int>(x, y);
        }
        set
        {
            _options.Position = value;
            if (IsInitialized)
                GlfwNative.glfwSetWindowPos(_window, value.X, value.Y);
        }
    }

    public Vector2D<int> Size
    {
        get
        {
            if (!IsInitialized)
                return _options.Size;
            GlfwNative.glfwGetWindowSize(_window, out var width, out var height);
            return new Vector2D<int>(width, height);
        }
        set
        {
            _options.Size = value;
            if (IsInitialized)
                GlfwNative.glfwSetWindowSize(_window, value.X, value.Y);
        }
    }

    Vector2D<int> IViewProperties.Size => Size;

    public Vector2D<int> FramebufferSize
    {
        get
        {
            if (!IsInitialized)
                return default;
            GlfwNative.glfwGetFramebufferSize(_window, out var width, out var height);
            return new Vector2D<int>(width, height);
        }
    }

    public Rectangle<int> BorderSize
    {
        get
        {
            if (!IsInitialized)
                return default;
            GlfwNative.glfwGetWindowFrameSize(_window, out var left, out var top, out var right, out var bottom);
            return new Rectangle<int>(-left, -top, left + right, top + bottom);
        }
    }

    public string Title
    {
        get => _options.Title;
        set
        {
            _options.Title = value;
            if (IsInitialized)
                GlfwNative.glfwSetWindowTitle(_window, value);
        }
    }

    public WindowState WindowState
    {
        get => !IsInitialized ? _options.WindowState
            : GlfwNative.glfwGetWindowAttrib(_window, GlfwHint.Iconified) != 0 ? WindowState.Minimized
            : GlfwNative.glfwGetWindowMonitor(_window) != 0 ? WindowState.Fullscreen
            : GlfwNative.glfwGetWindowAttrib(_window, GlfwHint.Maximized) != 0 ? WindowState.Maximized
            : WindowState.Normal;
        set
        {
            if (IsInitialized && value != WindowState)
                ChangeState(value);
            _options.WindowState = value;
        }
    }

    public WindowBorder WindowBorder
    {
        get => _options.WindowBorder;
        set
        {
            _options.WindowBorder = value;
            if (!IsInitialized)
                return;
            GlfwNative.glfwSetWindowAttrib(_window, GlfwHint.Decorated, value == WindowBorder.Hidden ? 0 : 1);
            GlfwNative.glfwSetWindowAttrib(_window, GlfwHint.Resizable, value == WindowBorder.Resizable ? 1 : 0);
        }
    }

    public bool TopMost
    {
        get => _options.TopMost;
        set
        {
            _options.TopMost = value;
            if (IsInitialized)
                GlfwNative.glfwSetWindowAttrib(_window, GlfwHint.Floating, value ? 1 : 0);
        }
    }

    public bool VSync
    {
        get => _options.VSync;
        set
        {
            _options.VSync = value;
            _swapIntervalChanged = true;
        }
    }

    public IMonitor? Monitor
    {
        get
        {
            var middle = Position + (Size / 2);
            var monitors = GlfwMonitor.All();
            return monitors.FirstOrDefault(m => m.Bounds.Contains(middle)) ?? (monitors.Count > 0 ? monitors[0] : null);
        }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Position = value.Bounds.Origin;
        }
    }

    public bool ShouldSwapAutomatically { get => _options.ShouldSwapAutomatically; set => _options.ShouldSwapAutomatically = value; }
    public bool IsEventDriven { get => _options.IsEventDriven; set => _options.IsEventDriven = value; }
    public bool IsContextControlDisabled { get => _options.IsContextControlDisabled; set => _options.IsContextControlDisabled = value; }
    public double FramesPerSecond { get => _renders.PerSecond; set => _renders.PerSecond = value; }
    public double UpdatesPerSecond { get => _updates.PerSecond; set => _updates.PerSecond = value; }
    public GraphicsAPI API => _options.API;
    public VideoMode VideoMode => IsInitialized ? Monitor?.VideoMode ?? _options.VideoMode : _options.VideoMode;
    public int? PreferredDepthBufferBits => _options.PreferredDepthBufferBits;
    public int? PreferredStencilBufferBits => _options.PreferredStencilBufferBits;
    public Vector4D<int>? PreferredBitDepth => _options.PreferredBitDepth;
    public int? Samples => _options.Samples;
    public bool TransparentFramebuffer => _options.TransparentFramebuffer;
    public IGLContext? SharedContext => _options.SharedContext;
    public string? WindowClass => _options.WindowClass;

    public void Focus()
    {
        RequireWindow();
        GlfwNative.glfwFocusWindow(_window);
    }

    private void ChangeState(WindowState state)
    {
        if (WindowState == WindowState.Fullscreen)
            GlfwNative.glfwSetWindowMonitor(_window, 0, _options.Position.X, _options.Position.Y, _options.Size.X, _options.Size.Y, GlfwHint.DontCare);
        else if (state != WindowState.Fullscreen)
            GlfwNative.glfwRestoreWindow(_window);

        switch (state)
        {
            case WindowState.Minimized:
                GlfwNative.glfwIconifyWindow(_window);
                break;
            case WindowState.Maximized:
                GlfwNative.glfwMaximizeWindow(_window);
                break;
            case WindowState.Fullscreen when Monitor is GlfwMonitor { VideoMode: { Resolution: { } size } mode } monitor:
                (_options.Position, _options.Size) = (Position, Size);
                GlfwNative.glfwSetWindowMonitor(_window, monitor.Handle, 0, 0, size.X, size.Y, mode.RefreshRate ?? GlfwHint.DontCare);
                break;
        }
    }
}
