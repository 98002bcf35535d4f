using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The voxel size of a layer, and the fields to state another.</summary>
internal sealed class VoxelSizeEditor(Workbench bench)
{
    private static readonly Axis[] Axes = [Axis.Z, Axis.Y, Axis.X];

    private readonly string[] _texts = ["", "", ""];
    private (Layer? Layer, Spacing Spacing) _of;
    private LengthUnit _unit = LengthUnit.All[1];
    private bool _isOpen, _all = true, _isEqual;

    /// <summary>Where the button that opens the fields was drawn last.</summary>
    public Rect Button { get; private set; }

    public void Draw(Layer? layer)
    {
        if (layer is not (ImageLayer or LabelsLayer))
            return;
        if (_of != (layer, layer.Spacing))
            Read(layer);
        Ui.Label("Voxel size", Theme.Px(92), "Distance between voxel centres along z, y and x");
        var spacing = layer.Spacing;
        var place = ImGui.GetCursorScreenPos();
        var shown = Elision.Middle(Words(spacing), ImGui.GetContentRegionAvail().X - Theme.Px(18), Ui.Width);
        if (ImGui.Button($"{shown}###voxel size", new Vector2(ImGui.GetContentRegionAvail().X, 0)))
            _isOpen = !_isOpen;
        Button = new Rect(place, place + ImGui.GetItemRectSize());
        Ui.Tooltip(spacing.IsCalibrated ? $"{spacing} along z, y, x. Click to state another." : "The file states no voxel size, so lengths are in voxels. Click to state it.");
        if (_isOpen)
            Fields(layer);
    }

    private static string Words(Spacing spacing)
    {
        if (!spacing.IsCalibrated)
            return spacing == Spacing.Uncalibrated ? "uncalibrated" : $"uncalibrated ({spacing.Z:0.###} : {spacing.Y:0.###} : {spacing.X:0.###})";
        return spacing.Z == spacing.Y && spacing.Y == spacing.X ? Lengths.Text(spacing.X)
            : $"{Lengths.Text(spacing.Z)} × {Lengths.Text(spacing.Y)} × {Lengths.Text(spacing.X)}";
    }

    // The voxels stay as long or flat as they are.
    private static Spacing Proportions(Spacing spacing)
    {
        var least = spacing.Finest;
        return new Spacing(spacing.Z / least, spacing.Y / least, spacing.X / least, isCalibrated: false);
    }

    private void Read(Layer layer)
    {
        if (_of.Layer != layer)
            _isOpen = false;
        _of = (layer, layer.Spacing);
        var spacing = layer.Spacing;
        _unit = spacing.IsCalibrated ? LengthUnit.For(spacing.Finest) : LengthUnit.All[1];
        _isEqual = spacing.Z == spacing.Y && spacing.Y == spacing.X;
        for (var index = 0; index < 3; index++)
            _texts[index] = _unit.Text(spacing.Along(Axes[index]));
    }

    private void Fields(Layer layer)
    {
        var (gap, unit) = (Theme.Px(4), Theme.Px(58));
        var width = MathF.Floor((ImGui.GetContentRegionAvail().X - unit - (3 * gap)) / 3);
        var isEntered = false;
        for (var index = 0; index < 3; index++)
        {
            ImGui.SetNextItemWidth(width);
            if (ImGui.InputTextWithHint($"##size {index}", Overlay.NameOf(Axes[index]), ref _texts[index], 40, ImGuiInputTextFlags.AutoSelectAll) && _isEqual)
                (_texts[0], _texts[1], _texts[2]) = (_texts[index], _texts[index], _texts[index]);
            isEntered |= ImGui.IsItemDeactivated() && (ImGui.IsKeyPressed(ImGuiKey.Enter) || ImGui.IsKeyPressed(ImGuiKey.KeypadEnter));
            Ui.Tooltip($"Distance between voxel centres along {Overlay.NameOf(Axes[index])}");
            ImGui.SameLine(0, gap);
        }
        if (Ui.Choose("##unit", _unit.Name, [.. LengthUnit.All.Select(each => each.Name)], unit) is { } chosen)
            _unit = LengthUnit.All.First(each => each.Name == chosen);
        ImGui.Checkbox("same along all", ref _isEqual);
        Ui.Tooltip("What is typed in one field is put into all three");
        ImGui.SameLine();
        ImGui.Checkbox("all layers", ref _all);
        Ui.Tooltip("Layers of the same voxel size get the new one, others grow as much; otherwise only this layer changes");
        var values = _texts.Select(_unit.Parse).ToArray();
        var isWhole = values.All(value => value is not null);
        if (!isWhole)
            Ui.Wrapped("Three lengths above 0 are needed.", Theme.Warning);
        if (Ui.MainButton("Apply", new Vector2(Theme.Px(86), 0), isWhole) || (isEntered && isWhole))
            Apply(layer, new Spacing(values[0]!.Value, values[1]!.Value, values[2]!.Value));
        ImGui.SameLine();
        if (layer.Spacing.IsCalibrated && ImGui.Button("Uncalibrated"))
            Apply(layer, Proportions(layer.Spacing));
        if (layer.Spacing.IsCalibrated)
            Ui.Tooltip("Forgets the voxel size: lengths are in voxels again");
    }

    private void Apply(Layer layer, Spacing spacing)
    {
        VoxelSizes.Set(bench.Viewer, bench.History, layer, spacing, _all);
        _isOpen = false;
    }
}
