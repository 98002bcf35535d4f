using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Lets the tool in the hand follow the pointer and draw over the views.</summary>
internal sealed class ToolInHand(ViewTools tools) : IViewOverlay, IDisposable
{
    private readonly Dictionary<ToolEntry, IViewOverlay> _made = [];

    private IViewOverlay? Current
    {
        get
        {
            var tool = tools.Bench.Hand.Tool;
            if (tool.Overlay is null)
                return null;
            if (!_made.TryGetValue(tool, out var overlay))
                _made[tool] = overlay = tool.Overlay(tools);
            return overlay;
        }
    }

    public bool Follow(SliceTouch touch) => Current?.Follow(touch) ?? false;

    public bool Follow(VolumeTouch touch) => Current?.Follow(touch) ?? false;

    public bool Follow(PlaneTouch touch) => Current?.Follow(touch) ?? false;

    public void Draw(ImDrawListPtr draw, SliceTouch touch) => Current?.Draw(draw, touch);

    public void Draw(ImDrawListPtr draw, VolumeTouch touch) => Current?.Draw(draw, touch);

    public void Draw(ImDrawListPtr draw, PlaneTouch touch) => Current?.Draw(draw, touch);

    /// <summary>Frees what tools draw with.</summary>
    public void Dispose()
    {
        foreach (var overlay in _made.Values.OfType<IDisposable>())
            overlay.Dispose();
        _made.Clear();
    }
}
