using System.Numerics;
using ImGuiNET;
using Silk.NET.Input;
using Silk.NET.Windowing;
using Gui = ImGuiNET.ImGui;

namespace Silk.NET.OpenGL.Extensions.ImGui;

/// <summary>Runs Dear ImGui on a view: feeds it the input, and draws what it makes with OpenGL.</summary>
public class ImGuiController : IDisposable
{
    public IntPtr Context;

    private readonly IView _view;
    private readonly ImGuiInput _input;
    private readonly ImGuiRenderer _renderer;
    private bool _frameBegun;

    public ImGuiController(GL gl, IView view, IInputContext input) : this(gl, view, input, null, null)
    {
    }

    public ImGuiController(GL gl, IView view, IInputContext input, ImGuiFontConfig imGuiFontConfig) : this(gl, view, input, imGuiFontConfig, null)
    {
    }

    public ImGuiController(GL gl, IView view, IInputContext input, Action onConfigureIO) : this(gl, view, input, null, onConfigureIO)
    {
    }

    public ImGuiController(GL gl, IView view, IInputContext input, ImGuiFontConfig? imGuiFontConfig = null, Action? onConfigureIO = null)
    {
        _view = view;
        Context = Gui.CreateContext();
        Gui.SetCurrentContext(Context);
        Gui.StyleColorsDark();

        var io = Gui.GetIO();
        if (imGuiFontConfig is { } font)
            AddFont(io, font);
        onConfigureIO?.Invoke();
        io.BackendFlags |= ImGuiBackendFlags.RendererHasVtxOffset;

        _renderer = new ImGuiRenderer(gl);
        _renderer.CreateFontTexture(io);
        _input = new ImGuiInput(view, input, io);
        BeginFrame(1 / 60f);
    }

    public void MakeCurrent() => Gui.SetCurrentContext(Context);

    public void Update(float deltaSeconds) => InContext(() =>
    {
        if (_frameBegun)
            Gui.Render();
        BeginFrame(deltaSeconds);
    });

    public void Render() => InContext(() =>
    {
        if (!_frameBegun)
            return;
        _frameBegun = false;
        Gui.Render();
        _renderer.Draw(Gui.GetDrawData());
    });

    public void Dispose()
    {
        if (Context == IntPtr.Zero)
            return;
        _input.Dispose();
        _renderer.Dispose();
        Gui.DestroyContext(Context);
        Context = IntPtr.Zero;
        GC.SuppressFinalize(this);
    }

    private static void AddFont(ImGuiIOPtr io, ImGuiFontConfig font)
    {
        if (!File.Exists(font.FontPath))
            throw new FileNotFoundException($"The font file '{font.FontPath}' does not exist.", font.FontPath);
        io.Fonts.AddFontFromFileTTF(font.FontPath, font.FontSize, default, font.GetGlyphRange?.Invoke(io) ?? IntPtr.Zero);
    }

    private void BeginFrame(float seconds)
    {
        var io = Gui.GetIO();
        var (size, pixels) = (_view.Size, _view.FramebufferSize);
        io.DisplaySize = new Vector2(size.X, size.Y);
        if (size.X > 0 && size.Y > 0)
            io.DisplayFramebufferScale = new Vector2((float)pixels.X / size.X, (float)pixels.Y / size.Y);
        // Dear ImGui takes no step of no time, which two frames within one tick of the clock would be.
        io.DeltaTime = Math.Max(seconds, 1e-6f);
        Gui.NewFrame();
        _frameBegun = true;
    }

    private void InContext(Action action)
    {
        var before = Gui.GetCurrentContext();
        if (before != Context)
            Gui.SetCurrentContext(Context);
        try
        {
            action();
        }
        finally
        {
            if (before != Context)
                Gui.SetCurrentContext(before);
        }
    }
}
