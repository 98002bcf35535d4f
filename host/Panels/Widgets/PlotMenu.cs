using ImGuiNET;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Plots;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The menu of a plot: its axes, and what can be made of it.</summary>
internal static class PlotMenu
{
    public static void Draw(string id, Plot plot, PlotLook look, Workbench bench, bool canEnlarge)
    {
        if (!ImGui.BeginPopup(id))
            return;
        if (ImGui.MenuItem("Logarithmic x", "", look.IsLogX))
            (look.IsLogX, look.X) = (!look.IsLogX, null);
        if (ImGui.MenuItem("Logarithmic y", "", look.IsLogY))
            (look.IsLogY, look.Y) = (!look.IsLogY, null);
        if (ImGui.MenuItem("Show all", "double click", false, look.X is not null || look.Y is not null || look.Hidden.Count > 0))
        {
            look.ShowAll();
            look.Hidden.Clear();
        }
        if (canEnlarge && ImGui.MenuItem("Open in a larger view"))
            bench.Larger.Show(plot);
        ImGui.Separator();
        if (ImGui.MenuItem("Copy the values"))
            ImGui.SetClipboardText(ResultStore.TabSeparated(plot));
        if (ImGui.MenuItem("Save as CSV…"))
            TableView.Save(bench, PlotTable.Of(plot));
        if (ImGui.MenuItem("Save as PNG…"))
            Save(bench, plot, "png", path => PlotPicture.WritePng(plot, look, path));
        if (ImGui.MenuItem("Save as SVG…"))
            Save(bench, plot, "svg", path => PlotPicture.WriteSvg(plot, look, path));
        ImGui.EndPopup();
    }

    private static void Save(Workbench bench, Plot plot, string ending, Action<string> write) =>
        bench.FileRequest = new FileRequest("Save the plot as", FileGoal.Save, "Save", $"{ResultWriter.FileName(plot.Title)}.{ending}", paths =>
        {
            // At once: it takes a moment, and the look may change meanwhile.
            try
            {
                write(paths[0]);
                bench.Notices.Tell($"Saved the plot as {paths[0]}");
            }
            catch (UserException problem)
            {
                bench.Notices.Fail(problem.Message);
            }
        });
}
