using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The line of a form that loads, saves and deletes presets.</summary>
internal sealed class PresetBar(Workbench bench)
{
    private FormModel? _form;
    private IReadOnlyList<string> _names = [];
    private string _chosen = "", _newName = "";

    private static PresetStore Store => PresetStore.OfUser;

    public void Draw(FormModel form, float column)
    {
        if (!ReferenceEquals(form, _form))
        {
            (_form, _chosen) = (form, "");
            Refresh(form);
        }
        var end = ImGui.GetCursorPosX() + ImGui.GetContentRegionAvail().X;
        var (save, gap) = (Ui.Width("Save…") + (ImGui.GetStyle().FramePadding.X * 2), Theme.Px(4));
        // In a narrow panel the line begins further left, so that its last button stays in sight.
        var least = Theme.Px(64) + save + Ui.Height + (gap * 2);
        Ui.Label("Preset", Math.Max(Ui.Width("Preset") + Theme.Px(14), Math.Min(column, end - least)), "Values of all parameters, kept under a name.");
        ImGui.SetNextItemWidth(Math.Max(Theme.Px(40), end - ImGui.GetCursorPosX() - save - Ui.Height - (gap * 2)));
        ImGui.BeginDisabled(_names.Count == 0);
        if (ImGui.BeginCombo("##preset", _names.Count == 0 ? "none" : _chosen.Length > 0 ? _chosen : "choose"))
        {
            foreach (var name in _names)
            {
                if (ImGui.Selectable(name, name == _chosen))
                    Load(form, name);
            }
            ImGui.EndCombo();
        }
        ImGui.EndDisabled();
        ImGui.SameLine(0, gap);
        if (ImGui.Button("Save…"))
        {
            _newName = _chosen;
            ImGui.OpenPopup("save preset");
        }
        Ui.Tooltip("Keep the values as they are now under a name");
        ImGui.SameLine(0, gap);
        ImGui.BeginDisabled(_chosen.Length == 0);
        if (Ui.IconButton("delete preset", Icon.Trash, _chosen.Length > 0 ? $"Delete '{_chosen}'" : "Choose a preset to delete it"))
            Delete(form, _chosen);
        ImGui.EndDisabled();
        Popup(form);
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
    }

    private void Popup(FormModel form)
    {
        if (!ImGui.BeginPopup("save preset"))
            return;
        Ui.Text("Save these values as");
        ImGui.SetNextItemWidth(Theme.Px(220));
        if (ImGui.IsWindowAppearing())
            ImGui.SetKeyboardFocusHere();
        var entered = Ui.InputTextWithHint("##name", "name", ref _newName, 100, ImGuiInputTextFlags.EnterReturnsTrue);
        var name = _newName.Trim();
        if (Ui.MainButton(_names.Contains(name) ? "Replace" : "Save", new Vector2(Theme.Px(220), 0), name.Length > 0) || (entered && name.Length > 0))
        {
            Guard(() =>
            {
                Store.Save(form.Operation.Id, name, form.Values);
                _chosen = name;
                Refresh(form);
            });
            ImGui.CloseCurrentPopup();
        }
        ImGui.EndPopup();
    }

    private void Load(FormModel form, string name) => Guard(() =>
    {
        var unknown = form.Fill(Store.Load(form.Operation.Id, name));
        _chosen = name;
        if (unknown.Count > 0)
            bench.Notices.Tell($"The preset '{name}' also has values for {string.Join(", ", unknown)}, which this version of the operation does not know.");
    });

    private void Delete(FormModel form, string name) => Guard(() =>
    {
        var values = Store.Load(form.Operation.Id, name);
        Store.Delete(form.Operation.Id, name);
        _chosen = "";
        Refresh(form);
        bench.Notices.Tell($"Deleted the preset '{name}'.", undo: () => Guard(() =>
        {
            Store.Save(form.Operation.Id, name, values);
            Refresh(form);
        }), canUndo: () => true);
    });

    private void Refresh(FormModel form) => Guard(() => _names = Store.Names(form.Operation.Id));

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (UserException problem)
        {
            bench.Notices.Fail(problem.Message);
        }
    }
}
