namespace VolumeViewer.Host.Panels;

/// <summary>What lies over the pictures of all views. The first gets the pointer first; the last is drawn on top.</summary>
internal static class ViewOverlays
{
    /// <summary>Makes all overlays of a window. A new one is a line here.</summary>
    public static IReadOnlyList<IViewOverlay> Create(ViewTools tools) =>
    [
        new HoverPick(tools),
        new OrientationCube(tools),
        new SwitchedMarks(tools),
        new NotesOverlay(tools),
        new SwipeDivider(tools),
        new ObliqueHandles(tools),
        new MeasurementsOverlay(tools),
        new PlaneHandles(tools),
        new CropHandles(tools),
        new PointsOverlay(tools),
        new ToolInHand(tools),
        new WindowLevelDrag(tools.Bench),
        new LegendOverlay(tools),
        new KeyFramePictures(tools),
    ];
}
