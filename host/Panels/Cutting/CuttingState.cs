using System.Collections.Immutable;
using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the user cuts with: whose planes, which of them is in the hand, and whether there are handles. Changes go through the viewer, where undo sees them.</summary>
internal sealed class CuttingState(Viewer viewer, Notices notices)
{
    private int _selected;

    /// <summary>Whether the selected layer's own planes are edited; otherwise those that cut all layers.</summary>
    public bool IsOfLayer { get; set; }

    /// <summary>Whether the views show handles to drag.</summary>
    public bool ShowHandles { get; set; } = true;

    /// <summary>The layer whose planes are edited, or null for those of all.</summary>
    public Layer? Owner => IsOfLayer ? viewer.SelectedLayer : null;

    /// <summary>The planes that are edited.</summary>
    public ImmutableArray<ClippingPlane> Planes
    {
        get => Owner?.ClippingPlanes ?? viewer.ClippingPlanes;
        set
        {
            if (Owner is { } layer)
                layer.ClippingPlanes = value;
            else
                viewer.ClippingPlanes = value;
        }
    }

    /// <summary>The plane in the hand, or -1.</summary>
    public int Selected { get => Math.Clamp(_selected, -1, Planes.Length - 1); set => _selected = value; }

    /// <summary>The plane in the hand.</summary>
    public ClippingPlane? Plane => Selected >= 0 ? Planes[Selected] : null;

    /// <summary>Adds a plane through the crosshair that cuts away what lies before it.</summary>
    /// <param name="along">A direction across the plane; of its two sides the one away from the eye stays.</param>
    public void Add(Vector3 along)
    {
        var taken = viewer.ClippingPlanes.Length + (viewer.SelectedLayer?.ClippingPlanes.Length ?? 0);
        if (taken >= LayerCut.MostPlanes)
        {
            notices.Tell($"There are {taken} clipping planes for all layers and the selected one, and a layer can be cut by {LayerCut.MostPlanes} at most: move or remove one.");
            return;
        }
        Planes = Planes.Add(new ClippingPlane(Cursor, AwayFromEye(along)));
        Selected = Planes.Length - 1;
        ShowHandles = true;
    }

    public void Remove(int index)
    {
        if (index < 0 || index >= Planes.Length)
            return;
        Planes = Planes.RemoveAt(index);
        if (_selected >= index)
            _selected--;
        _selected = Math.Max(_selected, Planes.Length - 1 < 0 ? -1 : 0);
    }

    /// <summary>Lets a plane cut or not.</summary>
    public void Switch(int index) => Change(index, plane => new ClippingPlane(plane.Point, plane.Normal, !plane.IsOn));

    /// <summary>Lets the other side stay.</summary>
    public void Flip(int index) => Change(index, plane => new ClippingPlane(plane.Point, -plane.Normal, plane.IsOn));

    /// <summary>Moves a plane through the crosshair.</summary>
    public void ThroughCursor(int index) => Change(index, plane => new ClippingPlane(Cursor, plane.Normal, plane.IsOn));

    /// <summary>Turns a plane across a direction.</summary>
    public void Turn(int index, Vector3 along) => Change(index, plane => new ClippingPlane(plane.Point, AwayFromEye(along), plane.IsOn));

    /// <summary>Puts another plane in the place of one.</summary>
    public void Change(int index, Func<ClippingPlane, ClippingPlane> change)
    {
        if (index >= 0 && index < Planes.Length && change(Planes[index]) is var changed && changed != Planes[index])
            Planes = Planes.SetItem(index, changed);
    }

    /// <summary>Crops, at first to all there is; or shows all again.</summary>
    public void SwitchCrop()
    {
        var extent = viewer.Extent;
        viewer.CropBox = viewer.CropBox is null && extent is { X: > 0, Y: > 0, Z: > 0 } ? new CropBox(Vector3.Zero, extent) : null;
        ShowHandles |= viewer.CropBox is not null;
    }

    /// <summary>Moves one wall of the crop box; it stays within the scene and a voxel away from the wall opposite.</summary>
    /// <param name="axis">Across which axis the wall stands.</param>
    /// <param name="isHigh">Whether it is the one with the higher coordinate.</param>
    /// <param name="micrometres">Where it shall stand; it goes to the nearest wall between voxels.</param>
    public void MoveWall(Axis axis, bool isHigh, double micrometres)
    {
        if (viewer.CropBox is not { } box || SliceSteps.Of(viewer, axis) is not { } steps)
            return;
        var (low, high) = (Steps(box.Low, axis, steps), Steps(box.High, axis, steps));
        var wanted = (int)Math.Clamp(Math.Round(micrometres / steps.StepMicrometres), 0, steps.Count);
        (low, high) = isHigh ? (low, Math.Max(wanted, low + 1)) : (Math.Min(wanted, high - 1), high);
        SetWalls(axis, low, high);
    }

    /// <summary>The walls of the crop box across an axis, in voxels of the layer that counts; the high one is the first voxel that is not shown.</summary>
    public (int Low, int High, int Count)? Walls(Axis axis) => viewer.CropBox is { } box && SliceSteps.Of(viewer, axis) is { } steps
        ? (Steps(box.Low, axis, steps), Steps(box.High, axis, steps), steps.Count)
        : null;

    /// <summary>Sets both walls in voxels, see <see cref="Walls"/>.</summary>
    public void SetWalls(Axis axis, int low, int high)
    {
        if (viewer.CropBox is not { } box || SliceSteps.Of(viewer, axis) is not { } steps)
            return;
        low = Math.Clamp(low, 0, steps.Count - 1);
        high = Math.Clamp(high, low + 1, steps.Count);
        var unit = SliceCamera.Unit(axis);
        // The outermost walls are those of the scene itself, which need not lie on whole voxels of the layer that counts.
        var top = high == steps.Count ? Vector3.Dot(viewer.Extent, unit) : (float)(high * steps.StepMicrometres);
        viewer.CropBox = new CropBox((box.Low * (Vector3.One - unit)) + (unit * (float)(low * steps.StepMicrometres)), (box.High * (Vector3.One - unit)) + (unit * top));
    }

    private Vector3 Cursor => viewer.Cursor.ToVector3();

    // Then the cut faces the eye.
    private Vector3 AwayFromEye(Vector3 along) => Vector3.Dot(along, Vector3.Transform(Vector3.UnitZ, viewer.Camera.Orientation)) >= 0 ? along : -along;

    private static int Steps(Vector3 corner, Axis axis, SliceSteps steps) =>
        (int)Math.Clamp(Math.Round(Vector3.Dot(corner, SliceCamera.Unit(axis)) / steps.StepMicrometres), 0, steps.Count);
}
