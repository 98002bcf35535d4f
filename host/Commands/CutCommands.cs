using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>The crop box, clipping planes, and planes that layers are shown on.</summary>
internal static class CutCommands
{
    /// <summary>Looking at the six sides of the scene.</summary>
    public static IReadOnlyList<AppCommand> Looks { get; } =
    [
        .. new[] { Axis.X, Axis.Y, Axis.Z }.SelectMany(axis => new[] { (axis, false), (axis, true) }).Select((face, number) => new AppCommand(
            OrientationCube.CommandOf(face), $"Look at {CubeMark.NameOf(face.axis, face.Item2)}",
            target => target.Viewer.Camera.Orientation = AxisViews.OrientationTo(face.axis, face.Item2), $"Alt+{number + 1}")),
    ];

    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("view.cutting", "Show the controls for cutting", target => target.Show(SideTab.Cut), "Alt+K"),
        new("cut.crop", "Crop box", target => Cut(target, cutting => cutting.SwitchCrop()), "Alt+C") { IsEnabled = HasLayers, IsOn = target => target.Viewer.CropBox is not null },
        Plane("x", "Clipping plane across x", "Alt+X"),
        Plane("y", "Clipping plane across y", "Alt+Y"),
        Plane("z", "Clipping plane across z", "Alt+Z"),
        Plane("view", "Clipping plane across the line of sight", "Alt+O"),
        OfPlane("cut.flip", "Flip the clipping plane", cutting => cutting.Flip(cutting.Selected), "Alt+F"),
        OfPlane("cut.switch", "Switch the clipping plane on or off", cutting => cutting.Switch(cutting.Selected), "Alt+D"),
        OfPlane("cut.through-crosshair", "Move the clipping plane through the crosshair", cutting => cutting.ThroughCursor(cutting.Selected), "Alt+G"),
        OfPlane("cut.remove-plane", "Remove the clipping plane", cutting => cutting.Remove(cutting.Selected), "Alt+Delete"),
        new("cut.clear", "Remove crop box and clipping planes", Clear) { IsEnabled = target => target.Viewer.CropBox is not null || target.Viewer.ClippingPlanes.Length > 0 },
        new("cut.handles", "Handles for cutting", target => target.Bench.Cutting.ShowHandles = !target.Bench.Cutting.ShowHandles, "Alt+H") { IsOn = target => target.Bench.Cutting.ShowHandles },
        OfLayer("cut.ignore", "The layer ignores box and planes", layer => layer.IgnoresClipping = !layer.IgnoresClipping) with { IsOn = target => target.Viewer.SelectedLayer?.IgnoresClipping ?? false },
        new("view.cube", "Orientation cube", target => target.Views.ShowCube = !target.Views.ShowCube) { IsOn = target => target.Views.ShowCube },
        new("view.ticks", "Marks along the box", target => target.Views.ShowTicks = !target.Views.ShowTicks) { IsOn = target => target.Views.ShowTicks },
        new("view.arrows", "Arrows along the axes", target => target.Views.ShowArrows = !target.Views.ShowArrows) { IsOn = target => target.Views.ShowArrows },
        new("view.box", "Box around the scene", target => target.Viewer.ShowsBox = !target.Viewer.ShowsBox) { IsOn = target => target.Viewer.ShowsBox },
        OfLayer("layer.box", "Box around the layer", layer => layer.ShowsBox = !layer.ShowsBox) with { IsOn = target => target.Viewer.SelectedLayer?.ShowsBox ?? false },
        .. Looks,
        Depict("depict.volume", "Show the layer's volume in 3-D", LayerDepiction.Volume, "Alt+U"),
        Depict("depict.plane", "Show the layer on a plane in 3-D", LayerDepiction.Plane, "Alt+P"),
        Depict("depict.slices", "Show the layer's slices at the crosshair in 3-D", LayerDepiction.Slices, "Alt+L"),
        Turn("x", "Turn the layer's plane across x", "Shift+X"),
        Turn("y", "Turn the layer's plane across y", "Shift+Y"),
        Turn("z", "Turn the layer's plane across z", "Shift+Z"),
        Turn("view", "Turn the layer's plane across the line of sight", "Shift+O"),
    ];

    private static bool HasLayers(CommandTarget target) => target.Viewer.Layers.Count > 0;

    private static void Cut(CommandTarget target, Action<CuttingState> change)
    {
        target.Show(SideTab.Cut);
        change(target.Bench.Cutting);
    }

    private static AppCommand Plane(string direction, string title, string key) => new($"cut.plane-{direction}", title, target => Cut(target, cutting => cutting.Add(Along(target, direction))), key)
    {
        IsEnabled = HasLayers,
    };

    private static AppCommand OfPlane(string id, string title, Action<CuttingState> run, string key) => new(id, title, target => run(target.Bench.Cutting), key)
    {
        IsEnabled = target => target.Bench.Cutting.Plane is not null,
    };

    private static AppCommand OfLayer(string id, string title, Action<Layer> run, params IEnumerable<string> keys) => new(id, title, target => run(target.Viewer.SelectedLayer!), keys)
    {
        IsEnabled = target => target.Viewer.SelectedLayer is not null,
    };

    private static AppCommand Depict(string id, string title, LayerDepiction depiction, string key) => OfLayer(id, title, layer => layer.Depiction = depiction, key) with
    {
        IsOn = target => target.Viewer.SelectedLayer?.Depiction == depiction,
    };

    private static AppCommand Turn(string direction, string title, string key) => new($"depict.{direction}", title, target =>
    {
        var layer = target.Viewer.SelectedLayer!;
        var plane = Depictions.PlaneOf(layer);
        using (target.History.Step($"Turn the plane of '{layer.Name}'"))
            (layer.Depiction, layer.Plane) = (LayerDepiction.Plane, new DepictedPlane(plane.Point, Along(target, direction), plane.Thickness));
    }, key)
    {
        IsEnabled = target => target.Viewer.SelectedLayer is not null,
    };

    private static Vector3 Along(CommandTarget target, string direction) => PlaneControls.Directions(target.Viewer).First(each => each.Id == direction).Along;

    private static void Clear(CommandTarget target)
    {
        using (target.History.Step("Remove crop box and clipping planes"))
            (target.Viewer.CropBox, target.Viewer.ClippingPlanes) = (null, []);
    }
}
