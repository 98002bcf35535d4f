using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Chooses files and folders inside the window, the same on every system.</summary>
internal sealed class FileDialog(Workbench bench)
{
    private readonly FileBrowser _browser = new(bench.Activity.Wake);
    private readonly HashSet<string> _selected = [];
    private FileRequest? _request;
    private string _path = "", _name = "";
    private string? _doubtful;
    private bool _wantsKeys, _isEntered;

    /// <summary>Whether it warns of a file that would be replaced.</summary>
    public bool IsDoubtful => _doubtful is not null;

    /// <summary>Where the field of the name was drawn last.</summary>
    public Rect Name { get; private set; }

    public void Draw()
    {
        if (!ReferenceEquals(bench.FileRequest, _request))
            Begin(bench.FileRequest);
        if (_request is null)
            return;
        var display = ImGui.GetIO().DisplaySize;
        var size = Vector2.Min(new Vector2(Theme.Px(700), Theme.Px(520)), display - new Vector2(Theme.Px(40)));
        ImGui.SetNextWindowSize(size);
        ImGui.SetNextWindowPos(display / 2, ImGuiCond.Always, new Vector2(0.5f));
        if (!ImGui.IsPopupOpen("file dialog"))
            ImGui.OpenPopup("file dialog");
        if (!Ui.BeginModal("file dialog", ImGuiWindowFlags.NoTitleBar | ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove))
            return;
        Ui.Heading(Elision.Middle(_request.Title, size.X - Theme.Px(30), Ui.Width));
        PathLine();
        Listing();
        var wanted = NameLine();
        Buttons(wanted);
        ImGui.EndPopup();
    }

    private static string EndingText(FileRequest request) =>
        $"The ending of the name decides the format{(request.Endings.Count > 0 ? $" ({string.Join(", ", request.Endings)})" : "")}{(request.Ending.Length > 0 ? $"; without one it is {request.Ending}" : "")}.";

    private void Begin(FileRequest? request)
    {
        _request = request;
        _doubtful = null;
        _isEntered = false;
        _selected.Clear();
        if (request is null)
            return;
        _name = request.Name;
        _wantsKeys = request.Goal == FileGoal.Save;
        Go(_browser.Folder);
    }

    private void Go(string folder)
    {
        _browser.Go(folder);
        _path = _browser.Folder;
        _selected.Clear();
    }

    private void PathLine()
    {
        if (Ui.IconButton("up", Icon.Up, "To the folder above"))
        {
            _browser.GoUp();
            _path = _browser.Folder;
            _selected.Clear();
        }
        ImGui.SameLine();
        if (ImGui.Button("Home"))
            Go(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        ImGui.SameLine();
        ImGui.SetNextItemWidth(-1);
        if (Ui.InputText("##path", ref _path, 4096, ImGuiInputTextFlags.EnterReturnsTrue))
        {
            if (File.Exists(_path) && _request!.Goal == FileGoal.Open)
                Finish([Path.GetFullPath(_path)]);
            else
                Go(_path);
        }
    }

    private void Listing()
    {
        var footer = (ImGui.GetFrameHeightWithSpacing() * (_request!.Goal == FileGoal.Open ? 1 : 2)) + ImGui.GetTextLineHeightWithSpacing();
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild("listing", new Vector2(0, -footer), ImGuiChildFlags.AlwaysUseWindowPadding);
        ImGui.PopStyleColor();
        if (_browser.Fault is { } fault)
            Ui.Wrapped(fault, Theme.Error);
        else if (_browser.IsReading)
            Ui.Muted("Reading …");
        else if (_browser.Entries.Count == 0)
            Ui.Muted("This folder is empty.");
        else if (ImGui.BeginTable("entries", 2))
        {
            ImGui.TableSetupColumn("name", ImGuiTableColumnFlags.WidthStretch);
            ImGui.TableSetupColumn("size", ImGuiTableColumnFlags.WidthFixed, Theme.Px(80));
            string? enter = null;
            foreach (var entry in _browser.Entries)
                enter = Entry(entry) ?? enter;
            ImGui.EndTable();
            if (enter is not null)
                Go(enter);
        }
        ImGui.EndChild();
    }

    // Gives the folder to go into.
    private string? Entry(FileEntry entry)
    {
        ImGui.TableNextRow();
        ImGui.TableNextColumn();
        var isOff = !entry.IsFolder && _request!.Goal == FileGoal.Folder;
        var place = ImGui.GetCursorScreenPos();
        var height = ImGui.GetTextLineHeight() + Theme.Px(4);
        ImGui.BeginDisabled(isOff);
        var pressed = ImGui.Selectable($"##{entry.Path}", _selected.Contains(entry.Path), ImGuiSelectableFlags.SpanAllColumns | ImGuiSelectableFlags.AllowDoubleClick, new Vector2(0, height));
        ImGui.EndDisabled();
        var draw = ImGui.GetWindowDrawList();
        Icons.Draw(draw, entry.IsFolder ? Icon.Folder : Icon.File, Rect.At(place.X, place.Y, height, height), Theme.U32(entry.IsFolder ? Theme.Accent : Theme.Muted, isOff ? 0.5f : 1));
        var room = ImGui.GetContentRegionAvail().X - height - Theme.Px(6);
        draw.AddText(place + new Vector2(height + Theme.Px(6), Theme.Px(2)), Theme.U32(Theme.Text, isOff ? 0.5f : 1), Elision.Middle(entry.Name, room, Ui.Width));
        ImGui.TableNextColumn();
        Ui.Muted(entry.Size);
        if (!pressed)
            return null;
        if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
        {
            if (entry.IsFolder)
                return entry.Path;
            if (_request!.Goal == FileGoal.Open)
                Finish([entry.Path]);
            return null;
        }
        if (!(ImGui.GetIO().KeyCtrl && _request!.Goal == FileGoal.Open))
            _selected.Clear();
        if (!_selected.Remove(entry.Path))
            _selected.Add(entry.Path);
        _doubtful = null;
        if (_request!.Goal != FileGoal.Open && (entry.IsFolder == (_request.Goal == FileGoal.Folder)))
            _name = entry.Name;
        return null;
    }

    // What would be chosen as things stand.
    private IReadOnlyList<string> NameLine()
    {
        var goal = _request!.Goal;
        if (goal == FileGoal.Open)
        {
            Ui.Muted(_selected.Count switch
            {
                0 => "Select a file, several with Ctrl, or open this folder as a stack of slices.",
                1 => Elision.Middle(Path.GetFileName(_selected.First()), ImGui.GetContentRegionAvail().X, Ui.Width),
                var count => $"{count} selected",
            });
            return _selected.Count > 0 ? [.. _selected.Order(NaturalOrder.Instance)] : [];
        }
        Ui.Label("Name", Theme.Px(60));
        if (_wantsKeys)
            ImGui.SetKeyboardFocusHere();
        _wantsKeys = false;
        if (Ui.InputText("##name", ref _name, 512, ImGuiInputTextFlags.AutoSelectAll))
            _doubtful = null;
        Name = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        // Once more after the doubt, when no field has the keys.
        _isEntered = (ImGui.IsItemDeactivated() || (_doubtful is not null && !ImGui.IsAnyItemActive())) && (ImGui.IsKeyPressed(ImGuiKey.Enter, false) || ImGui.IsKeyPressed(ImGuiKey.KeypadEnter, false));
        Ui.Muted(goal == FileGoal.Folder ? "An empty name takes the folder shown; a new name makes a folder." : _doubtful is null ? EndingText(_request) : "");
        if (_doubtful is not null)
        {
            ImGui.SameLine(0, 0);
            Ui.Colored("The file exists. Save again to replace it.", Theme.Warning);
        }
        var name = _name.Trim();
        return goal == FileGoal.Folder ? [Path.Combine(_browser.Folder, name)]
            : name.Length > 0 ? [Path.Combine(_browser.Folder, _request.WithEnding(name))] : [];
    }

    private void Buttons(IReadOnlyList<string> wanted)
    {
        var (goal, width) = (_request!.Goal, Theme.Px(110));
        if (goal == FileGoal.Open)
        {
            if (ImGui.Button("Open this folder"))
                Finish([_browser.Folder]);
            ImGui.SameLine();
        }
        ImGui.SetCursorPosX(ImGui.GetWindowWidth() - (2 * width) - Theme.Px(20));
        if (ImGui.Button("Cancel", new Vector2(width, 0)) || (ImGui.IsKeyPressed(ImGuiKey.Escape) && !ImGui.IsAnyItemActive()))
            Finish(null);
        ImGui.SameLine();
        if (Ui.MainButton(_request.Button, new Vector2(width, 0), wanted.Count > 0) || (_isEntered && wanted.Count > 0))
        {
            if (goal == FileGoal.Save && File.Exists(wanted[0]) && _doubtful != wanted[0])
                _doubtful = wanted[0];
            else
                Finish(wanted);
        }
    }

    private void Finish(IReadOnlyList<string>? chosen)
    {
        var request = _request;
        bench.FileRequest = null;
        ImGui.CloseCurrentPopup();
        if (chosen is not null)
            request?.Chosen(chosen);
    }
}
