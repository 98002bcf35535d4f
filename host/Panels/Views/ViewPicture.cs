using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A picture of a view that is kept until what it shows has changed.</summary>
internal sealed class ViewPicture(ViewTools tools) : IDisposable
{
    private readonly RenderTarget _target = new(tools.Gl);
    private bool _isDrawn;

    /// <summary>Draws the picture anew.</summary>
    /// <param name="width">Its size.</param>
    /// <param name="height">Its size.</param>
    /// <param name="draw">Draws into the target.</param>
    public void Redraw(int width, int height, Action<RenderTarget> draw)
    {
        try
        {
            _target.Resize(width, height);
            draw(_target);
            _isDrawn = true;
        }
        catch (Exception problem) when (problem is UserException or GlException)
        {
            tools.Bench.Notices.Fail(problem.Message);
        }
    }

    /// <summary>Puts the picture into the window.</summary>
    public void Show(Rect area)
    {
        // The texture begins with its lowest row.
        if (_isDrawn)
            ImGui.GetWindowDrawList().AddImage((IntPtr)_target.Texture, area.Min, area.Max, new Vector2(0, 1), new Vector2(1, 0));
    }

    /// <summary>Puts a part of the picture into the window, where it belongs in the whole.</summary>
    public void ShowPart(ViewFrame frame, ComparisonTile part)
    {
        if (!_isDrawn || part.Width < 1 || part.Height < 1)
            return;
        var (low, high) = (new Vector2(part.X, part.Y), new Vector2(part.X + part.Width, part.Y + part.Height));
        var size = new Vector2(frame.Width, frame.Height);
        ImGui.GetWindowDrawList().AddImage((IntPtr)_target.Texture, frame.Area.Min + (low / size * frame.Area.Size), frame.Area.Min + (high / size * frame.Area.Size),
            new Vector2(low.X / size.X, 1 - (low.Y / size.Y)), new Vector2(high.X / size.X, 1 - (high.Y / size.Y)));
    }

    public void Dispose() => _target.Dispose();
}
