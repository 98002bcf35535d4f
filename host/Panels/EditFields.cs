using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The lower end of the form of an operation that changes labels: in place or not, preview, apply.</summary>
internal sealed class EditFields(Workbench bench)
{
    /// <summary>Where the button that applies was drawn last.</summary>
    public Rect ApplyButton { get; private set; }

    /// <summary>Where the button for the preview was drawn last.</summary>
    public Rect PreviewButton { get; private set; }

    /// <summary>Room that it needs above the buttons.</summary>
    public static float Height(LabelEdits edits) => Ui.Height + ImGui.GetStyle().ItemSpacing.Y + (Status(edits).Length > 0 || edits.Running is not null ? ImGui.GetTextLineHeightWithSpacing() : 0);

    public void Draw(FormModel form, int faults)
    {
        var inPlace = form.InPlace;
        if (ImGui.Checkbox("Change the layer itself", ref inPlace))
            form.InPlace = inPlace;
        Ui.Tooltip($"Puts the result into '{form.Edited!.Name}', which can be undone. Otherwise it becomes a new layer.");
        if (bench.Edits.Running is { } job)
        {
            ImGui.Dummy(new Vector2(0, (ImGui.GetTextLineHeight() - Theme.Px(6)) / 2));
            ProgressBar.Draw(job, ImGui.GetContentRegionAvail().X);
        }
        else if (Status(bench.Edits) is { Length: > 0 } status)
        {
            Ui.Elided(status, ImGui.GetContentRegionAvail().X, Theme.Muted);
        }
        Buttons(form, faults);
    }

    private static string Status(LabelEdits edits) => edits.Reason.ReplaceLineEndings(" ");

    private void Buttons(FormModel form, int faults)
    {
        var gap = Theme.Px(6);
        var size = new Vector2((ImGui.GetContentRegionAvail().X - (2 * gap)) / 3, 0);
        if (ImGui.Button("Reset all", size))
            form.Reset();
        Ui.Tooltip("Bring every parameter back to its default");
        ImGui.SameLine(0, gap);
        PreviewButton = At(size.X);
        if (bench.Edits.IsOn)
        {
            ImGui.PushStyleColor(ImGuiCol.Button, Theme.AccentDim);
            if (ImGui.Button("Preview", size))
                TogglePreview(form);
            ImGui.PopStyleColor();
        }
        else
        {
            ImGui.BeginDisabled(faults > 0);
            if (ImGui.Button("Preview", size))
                TogglePreview(form);
            ImGui.EndDisabled();
        }
        Ui.Tooltip(bench.Keys.Hint("form.preview", bench.Edits.IsOn ? "Take the preview away" : "Show the result over the views before anything is changed"));
        ImGui.SameLine(0, gap);
        ApplyButton = At(size.X);
        if (Ui.MainButton("Apply", size, faults == 0))
            bench.Run(form);
        Ui.Tooltip(bench.Keys.Hint("form.run", form.InPlace ? $"Change '{form.Edited!.Name}'" : "Make a new layer of the result"));
    }

    // A preview that is no longer up to date, or failed, is made again; one that is there goes.
    private void TogglePreview(FormModel form)
    {
        if (bench.Edits.IsOn && bench.Edits.Reason.Length == 0)
            bench.Edits.Close();
        else
            bench.Edits.Preview(form);
    }

    private static Rect At(float width)
    {
        var place = ImGui.GetCursorScreenPos();
        return Rect.At(place.X, place.Y, width, Ui.Height);
    }
}
