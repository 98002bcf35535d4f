using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Jobs;

namespace VolumeViewer.Host.Panels;

/// <summary>A thin bar that fills; while nothing is known of the end, a piece of it runs along.</summary>
internal static class ProgressBar
{
    public static void Draw(Job job, float width)
    {
        var height = Theme.Px(6);
        var place = ImGui.GetCursorScreenPos();
        ImGui.Dummy(new Vector2(width, height));
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(place, place + new Vector2(width, height), Theme.U32(Theme.Frame), height / 2);
        var fraction = (float)Math.Clamp(job.Progress.Fraction, 0, 1);
        var (from, to) = (0f, fraction);
        if (fraction <= 0)
        {
            var at = (float)(job.Elapsed.TotalSeconds % 1.6 / 1.6);
            (from, to) = (Math.Max(0, (at * 1.3f) - 0.3f), Math.Min(1, at * 1.3f));
        }
        if (to > from)
            draw.AddRectFilled(place + new Vector2(width * from, 0), place + new Vector2(Math.Max(width * to, (width * from) + height), height), Theme.U32(Theme.Accent), height / 2);
    }
}
