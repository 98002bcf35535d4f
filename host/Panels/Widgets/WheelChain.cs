using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Lets a panel scroll on where the wheel is turned over a table or list within it that is at its end. Dear ImGui gives the wheel to the innermost window that can be scrolled at all.
/// </summary>
internal static class WheelChain
{
    // For so long Dear ImGui gives the wheel to the same window though that moves away under a pointer that rests.
    private const double LockSeconds = 2;
    private const float LockPixels = 6;

    private static readonly Dictionary<uint, float> Inner = [], Outer = [];
    private static float _turned;
    private static (uint Id, Vector2 Pointer, double Until) _lock;

    /// <summary>To be called in the inner window, before it ends.</summary>
    public static void Inside()
    {
        var (io, id, now) = (ImGui.GetIO(), ImGui.GetID("wheel"), ImGui.GetTime());
        var (at, end, wheel) = (ImGui.GetScrollY(), ImGui.GetScrollMaxY(), io.KeyCtrl || io.KeyShift ? 0 : io.MouseWheel);
        // Where it was before this turn of the wheel: the turn that reaches the end is its own.
        var before = Inner.GetValueOrDefault(id, at);
        Inner[id] = at;
        if (wheel == 0 || end <= 0)
            return;
        var isLocked = _lock.Id == id && now < _lock.Until && Vector2.Distance(io.MousePos, _lock.Pointer) <= LockPixels;
        if (!isLocked && !ImGui.IsWindowHovered())
            return;
        if (!isLocked)
            _lock = (id, io.MousePos, now + LockSeconds);
        if (wheel > 0 ? before <= 0 : before >= end)
            _turned = wheel;
    }

    /// <summary>To be called in the window around, after the inner one has ended.</summary>
    public static void Outside()
    {
        var (id, at) = (ImGui.GetID("wheel around"), ImGui.GetScrollY());
        var wasMoved = Math.Abs(at - Outer.GetValueOrDefault(id, at)) > 1;
        Outer[id] = at;
        var turned = _turned;
        _turned = 0;
        if (turned == 0 || wasMoved)
            return;
        // As far as Dear ImGui scrolls by one notch.
        var step = MathF.Floor(Math.Min(5 * ImGui.GetFontSize(), ImGui.GetWindowHeight() * 0.67f));
        var to = Math.Clamp(at - (turned * step), 0, ImGui.GetScrollMaxY());
        ImGui.SetScrollY(to);
        Outer[id] = to;
    }
}
