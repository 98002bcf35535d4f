using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The questions about projects and files: whether to save, where missing data are, which reader to take.</summary>
internal sealed class ProjectDialogs(Workbench bench)
{
    /// <summary>Places of the buttons of the question about saving as they were drawn last.</summary>
    public Dictionary<string, Rect> Buttons { get; } = [];

    private ProjectDesk Desk => bench.Project;

    public void Draw()
    {
        Buttons.Clear();
        // One after the other: the dialog of files stands above all of them.
        if (bench.FileRequest is not null)
            return;
        if (Desk.Question is { } question)
            Modal("save changes", () => Save(question));
        else if (Desk.Missing.Count > 0)
            Modal("missing data", Missing);
        else if (bench.Choosing is { } choice)
            Modal("choose a reader", () => Choose(choice));
    }

    private static void Modal(string id, Action draw)
    {
        var display = ImGui.GetIO().DisplaySize;
        ImGui.SetNextWindowSize(new Vector2(Math.Min(Theme.Px(460), display.X - Theme.Px(24)), 0));
        ImGui.SetNextWindowPos(display / 2, ImGuiCond.Always, new Vector2(0.5f));
        if (!ImGui.IsPopupOpen(id))
            ImGui.OpenPopup(id);
        if (!Ui.BeginModal(id, ImGuiWindowFlags.NoTitleBar | ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove))
            return;
        draw();
        ImGui.EndPopup();
    }

    private void Save(SaveQuestion question)
    {
        Ui.Heading(Desk.Name is { } name ? Elision.Middle($"Save the changes of '{name}'?", ImGui.GetContentRegionAvail().X, Ui.Width) : "Save what you made as a project?");
        Ui.Wrapped($"Before {question.What}: what is not saved is lost then.", Theme.Muted);
        foreach (var layer in Desk.Unsaved.ChangedVoxels.Take(4))
            Ui.Elided($"Changed: {layer.Name}", ImGui.GetContentRegionAvail().X, Theme.Text);
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        if (Button("Save", isMain: true))
        {
            Close();
            Desk.Save(question.Then);
        }
        ImGui.SameLine();
        if (Button("Do not save"))
        {
            Close();
            question.Then();
        }
        ImGui.SameLine();
        if (Button("Cancel") || Escaped())
            Close();
        if (question.Later is not null && Button("Keep labels for the next start"))
        {
            Close();
            question.Later();
        }

        void Close()
        {
            Desk.Question = null;
            ImGui.CloseCurrentPopup();
        }
    }

    private void Missing()
    {
        Ui.Heading(Desk.Missing.Count == 1 ? "The data of one layer are missing" : $"The data of {Desk.Missing.Count} layers are missing");
        foreach (var absent in Desk.Missing.Take(4))
        {
            Ui.Elided(absent.Name, ImGui.GetContentRegionAvail().X, Theme.Accent);
            Ui.Wrapped(absent.Reason, Theme.Muted);
        }
        if (Desk.Missing.Count > 4)
            Ui.Muted($"and {Desk.Missing.Count - 4} more");
        Ui.Wrapped("The layers stay in the project, whatever you choose.");
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        if (Button("Search a folder…", isMain: true))
        {
            ImGui.CloseCurrentPopup();
            Desk.FindMissing();
        }
        ImGui.SameLine();
        if (Button("Go on without") || Escaped())
        {
            ImGui.CloseCurrentPopup();
            Desk.LeaveMissing();
        }
    }

    private void Choose(ReaderChoice choice)
    {
        Ui.Heading(Elision.Middle($"How shall '{Path.GetFileName(choice.Path)}' be read?", ImGui.GetContentRegionAvail().X, Ui.Width));
        Ui.Wrapped(choice.Reason, Theme.Muted);
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        foreach (var (id, title) in choice.Readers)
        {
            if (!ImGui.Button($"{Elision.Middle(title, ImGui.GetContentRegionAvail().X - Theme.Px(20), Ui.Width)}###{id}", new Vector2(-1, 0)))
                continue;
            bench.Choosing = null;
            ImGui.CloseCurrentPopup();
            bench.Files.Open([choice.Path], id);
        }
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        if (Button("Cancel") || Escaped())
        {
            bench.Choosing = null;
            ImGui.CloseCurrentPopup();
        }
    }

    private bool Button(string label, bool isMain = false)
    {
        var size = new Vector2(Math.Max(Theme.Px(110), Ui.Width(label) + Theme.Px(24)), 0);
        var pressed = isMain ? Ui.MainButton(label, size) : ImGui.Button(label, size);
        var (low, high) = (ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Buttons[label] = new Rect(low, high);
        return pressed;
    }

    private static bool Escaped() => ImGui.IsKeyPressed(ImGuiKey.Escape) && !ImGui.IsAnyItemActive();
}
