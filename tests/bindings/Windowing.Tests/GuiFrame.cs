using System.Numerics;
using ImGuiNET;

namespace Windowing.Tests;

/// <summary>A context of Dear ImGui without any window: frames are made and not drawn.</summary>
internal sealed unsafe class GuiFrame : IDisposable
{
    private readonly IntPtr _context = ImGui.CreateContext();

    public GuiFrame()
    {
        ImGui.SetCurrentContext(_context);
        Io = ImGui.GetIO();
        Io.NativePtr->IniFilename = null;
        Io.DisplaySize = new Vector2(400, 300);
        Io.Fonts.GetTexDataAsRGBA32(out byte* _, out _, out _);
    }

    public ImGuiIOPtr Io { get; }

    public void Show(Action content)
    {
        Io.DeltaTime = 1 / 60f;
        ImGui.NewFrame();
        ImGui.SetNextWindowPos(Vector2.Zero);
        ImGui.SetNextWindowSize(new Vector2(400, 300));
        ImGui.Begin("test", ImGuiWindowFlags.NoDecoration);
        content();
        ImGui.End();
        ImGui.Render();
    }

    public void Dispose() => ImGui.DestroyContext(_context);
}
