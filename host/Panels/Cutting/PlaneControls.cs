using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the controls of all kinds of planes share.</summary>
internal static class PlaneControls
{
    /// <summary>The directions that a plane can be put across: the axes and the line of sight.</summary>
    public static IReadOnlyList<(string Id, string Name, Vector3 Along)> Directions(Viewer viewer) =>
    [
        ("x", "x", Vector3.UnitX), ("y", "y", Vector3.UnitY), ("z", "z", Vector3.UnitZ), ("view", "view", Vector3.Transform(Vector3.UnitZ, viewer.Camera.Orientation)),
    ];

    /// <summary>A slider that moves a plane along its normal through all of the scene.</summary>
    public static void Position(Viewer viewer, Vector3 point, Vector3 normal, Action<Vector3> set)
    {
        var extent = viewer.Extent;
        var ways = Enumerable.Range(0, 8).Select(corner => Vector3.Dot(extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2), normal)).ToList();
        var (low, high, at) = (ways.Min(), ways.Max(), Vector3.Dot(point, normal));
        var depth = at - low;
        Ui.Label("Position", Theme.Px(92), "How far the plane lies behind the first corner of the scene, along its normal");
        var unit = SliceSteps.Reference(viewer)?.Spacing.IsCalibrated == true ? "µm" : "voxels";
        if (high > low && ImGui.SliderFloat("##position", ref depth, 0, high - low, $"%.4g {unit}", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.NoRoundToFormat))
            set(point + (normal * (low + depth - at)));
    }

    /// <summary>Which side of a plane stays, such as "x ≥ 12.5 µm", or its normal where it is oblique.</summary>
    public static string Describe(Vector3 point, Vector3 normal, bool isCalibrated)
    {
        foreach (var (name, axis) in new[] { ("x", Vector3.UnitX), ("y", Vector3.UnitY), ("z", Vector3.UnitZ) })
        {
            var along = Vector3.Dot(normal, axis);
            if (Math.Abs(along) > 0.99999f)
                return $"{name} {(along > 0 ? "≥" : "≤")} {(isCalibrated ? Lengths.Text(Vector3.Dot(point, axis)) : Lengths.Number(Vector3.Dot(point, axis)))}";
        }
        return $"towards ({normal.X:0.00}, {normal.Y:0.00}, {normal.Z:0.00})";
    }
}
