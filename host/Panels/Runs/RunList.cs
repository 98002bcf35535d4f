using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Runs;

namespace VolumeViewer.Host.Panels;

/// <summary>The runs with their colours: which are drawn, which is chosen, and what can be done with that one.</summary>
internal sealed class RunList(Workbench bench)
{
    private RunsDesk Desk => bench.Runs;

    public void Draw()
    {
        if (ImGui.Button("Add folder…"))
            bench.FileRequest = new FileRequest("A run folder, or a folder of them", FileGoal.Folder, "Add", "", paths => Desk.Add([paths[0]]));
        if (Desk.Folders.Count > 0)
        {
            ImGui.SameLine();
            if (ImGui.Button("Queue only"))
                Desk.Forget();
            Ui.Tooltip("Leave the folders that were added:\n" + string.Join('\n', Desk.Folders));
        }
        var chosen = Desk.ChosenRun;
        ImGui.BeginChild("rows", new Vector2(0, chosen is null ? 0 : -ActionsHeight()));
        var runs = Desk.Comparison.Runs;
        for (var index = 0; index < runs.Count; index++)
            Row(runs[index], RunColors.Of(index));
        ImGui.EndChild();
        if (chosen is not null)
            Actions(chosen);
    }

    private static float ActionsHeight() => (Ui.Height * 2) + (ImGui.GetTextLineHeightWithSpacing() * 2) + Theme.Px(24);

    private void Row(RunView run, Vector4 color)
    {
        ImGui.PushID(run.Folder);
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(24));
        var (isChosen, isShown) = (run.Folder == Desk.Chosen, Desk.IsShown(run));
        var draw = ImGui.GetWindowDrawList();
        var box = Rect.At(place.X, place.Y, width, height);
        var eye = Theme.Px(26);
        if (ImGui.InvisibleButton("eye", new Vector2(eye, height)))
            Desk.Switch(run);
        Ui.Tooltip(isShown ? "Leave it out of the plots" : "Draw it in the plots");
        ImGui.SameLine(0, 0);
        var pressed = ImGui.InvisibleButton("row", new Vector2(Math.Max(1, width - eye), height));
        var isHovered = ImGui.IsItemHovered();
        if (pressed)
            Desk.Chosen = isChosen ? null : run.Folder;
        if (isChosen || isHovered)
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(isChosen ? Theme.AccentDim : Theme.Raised), Theme.Px(5));
        var swatch = box.Min + new Vector2(Theme.Px(7), (height - Theme.Px(12)) / 2);
        if (isShown)
            draw.AddRectFilled(swatch, swatch + new Vector2(Theme.Px(12)), Theme.U32(color), Theme.Px(3));
        else
            draw.AddRect(swatch, swatch + new Vector2(Theme.Px(12)), Theme.U32(color), Theme.Px(3), ImDrawFlags.None, Theme.Px(1.5f));
        var label = Desk.Comparison.LabelOf(run);
        draw.AddText(new Vector2(box.Min.X + eye, box.Center.Y - (ImGui.GetTextLineHeight() / 2)), Theme.U32(Theme.Text, isShown ? 1 : 0.55f), Elision.Middle(label, width - eye - Theme.Px(4), Ui.Width));
        if (isHovered)
            RunTip.Show(run, Desk.Comparison);
        ImGui.PopID();
    }

    private void Actions(RunView run)
    {
        ImGui.Separator();
        var end = ImGui.GetContentRegionAvail().X;
        Ui.Elided(Desk.Comparison.LabelOf(run), end, Theme.Text);
        Ui.Elided(State(run), end, Theme.Muted);
        var size = new Vector2((end - ImGui.GetStyle().ItemSpacing.X) / 2, 0);
        Button("Predict…", size, "Open the form of a prediction with this run as the model", () => RunActions.Predict(bench, run));
        ImGui.SameLine();
        Button("Rerun…", size, "Open the form with the values of this run, to queue it with others", () => RunActions.Rerun(bench, run));
        var isOver = run.Facts.State == "finished";
        ImGui.BeginDisabled(isOver);
        Button("Resume", size, isOver ? "It is finished" : "Go on from its checkpoint", () => RunActions.Resume(bench, run));
        ImGui.EndDisabled();
        ImGui.SameLine();
        Button("Transfer…", size, "Open the form of a training that starts from the weights of this run", () => RunActions.Transfer(bench, run));
    }

    private static string State(RunView run)
    {
        var epoch = run.Metrics.Last("epoch") is { } number ? $"epoch {number:0}" : "no epoch yet";
        return $"{(run.Facts.State.Length > 0 ? run.Facts.State + ", " : "")}{epoch}{(run.Seconds is { } seconds ? $", {Lengths.Text(TimeSpan.FromSeconds(seconds))}" : "")}";
    }

    private static void Button(string title, Vector2 size, string help, Action act)
    {
        if (ImGui.Button(title, size))
            act();
        Ui.Tooltip(help);
    }
}
