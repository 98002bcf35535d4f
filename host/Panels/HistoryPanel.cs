using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.History;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The runs of this session and those before it: how they went, with what, and again.</summary>
internal sealed class HistoryPanel(Workbench bench)
{
    private readonly HistoryList _list = new(bench.Services.History, bench.Activity.Wake);
    private readonly HashSet<string> _open = [];
    private readonly Dictionary<string, FilledFolder> _folders = [];

    public void Draw()
    {
        var (session, earlier) = (_list.Session, _list.Earlier);
        if (session.Count + earlier.Count == 0)
            Ui.Wrapped(_list.IsReading ? "Reading …" : "Runs of operations are kept here, with all that it takes to do them again.", Theme.Muted);
        if (_list.Fault is { } fault)
            Ui.Wrapped(fault, Theme.Warning);
        Group("This session", session);
        Group("Earlier", earlier);
    }

    private void Group(string title, IReadOnlyList<OperationRecord> records)
    {
        if (records.Count == 0)
            return;
        Ui.Colored(title, Theme.Accent);
        foreach (var record in records)
        {
            ImGui.PushID(record.Id);
            Entry(record);
            ImGui.PopID();
        }
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
    }

    private void Entry(OperationRecord record)
    {
        var (word, color) = record.Ended switch
        {
            RunEnding.Done => ("done", Theme.Good),
            RunEnding.Failed => ("failed", Theme.Error),
            _ => ("cancelled", Theme.Muted),
        };
        var end = ImGui.GetContentRegionAvail().X;
        Ui.Elided(record.Title.Length > 0 ? record.Title : record.Operation, end - Ui.Width(word) - Theme.Px(12), Theme.Text);
        ImGui.SameLine(end - Ui.Width(word) + Theme.Px(2));
        Ui.Colored(word, color);
        var works = string.Join(", ", record.Inputs.Select(input => input.Layer ?? Path.GetFileName(input.Path)));
        Ui.Elided($"{Time(record.Started.LocalDateTime)}, {Lengths.Text(TimeSpan.FromSeconds(record.Seconds))}{(works.Length > 0 ? $"   {works}" : "")}", end, Theme.Muted);
        var isOpen = _open.Contains(record.Id);
        if (ImGui.SmallButton(isOpen ? "Less" : "Details") && !_open.Remove(record.Id))
            _open.Add(record.Id);
        ImGui.SameLine();
        if (ImGui.SmallButton("Run again…"))
            RunsAgain.OpenForm(bench, record);
        Ui.Tooltip("Open the form with the values of this run");
        ImGui.SameLine();
        ImGui.BeginDisabled(record.Ended != RunEnding.Done);
        if (ImGui.SmallButton("Save as recipe…"))
            RunsAgain.SaveRecipe(bench, record);
        ImGui.EndDisabled();
        Ui.Tooltip("This run and the earlier ones that made what it worked on, to be run on other volumes: recipe run FILE --in OTHER --out FOLDER");
        if (record.Outputs.FirstOrDefault(output => output is { Kind: RecordedOutputKind.Folder, Path: not null }) is { } filled)
        {
            if (!_folders.TryGetValue(record.Id, out var folder))
                _folders[record.Id] = folder = new FilledFolder(filled.Path!);
            FolderButtons.Draw(bench, folder);
        }
        if (record.Reason is { } reason)
            Ui.Wrapped(reason, Theme.Error);
        if (isOpen)
            Details(record);
        ImGui.Separator();
    }

    private static void Details(OperationRecord record)
    {
        Line("run", record.Id);
        Line("operation", record.Operation);
        foreach (var plugin in record.Plugins)
            Line("plugin", $"{plugin.Id} {plugin.Version}, {Short(plugin.Hash)}");
        foreach (var input in record.Inputs)
            Line(input.Name, $"{input.Layer ?? input.Path}, {Short(input.Hash)}");
        foreach (var (name, value) in record.Parameters.Where(parameter => parameter.Value.Length > 0 && record.Inputs.All(input => input.Name != parameter.Key)))
            Line(name, value);
        foreach (var output in record.Outputs)
            Line(ParameterSchema.KebabCase(output.Kind.ToString()), $"{output.Name}, {(output.Shape is { } shape ? string.Join(" × ", shape) + ", " : "")}{Short(output.Hash)}");
        if (!record.Deterministic)
            Ui.Wrapped("Not bit-equal each time, or not on every machine.", Theme.Muted);
    }

    private static void Line(string name, string value)
    {
        var column = Math.Min(Theme.Px(130), ImGui.GetWindowWidth() * 0.4f);
        Ui.Elided(name, column - Theme.Px(6), Theme.Muted);
        ImGui.SameLine(column);
        Ui.Elided(value, ImGui.GetContentRegionAvail().X, Theme.Text);
    }

    private static string Time(DateTime time) => time.Date == DateTime.Today ? time.ToString("HH:mm:ss") : time.ToString("yyyy-MM-dd HH:mm");

    private static string Short(string? hash) => hash is null ? "no hash" : $"sha256 {hash[..Math.Min(10, hash.Length)]}";
}
