using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Grows a region of like greys from where the button goes down. Dragging to the right lets greys differ more, to the left less; the region is shown meanwhile and labelled when the button comes
/// up. Escape leaves everything as it was; with Ctrl at the end the region is erased.
/// </summary>
internal sealed class WandOverlay(ViewTools tools) : IViewOverlay, IDisposable
{
    // Pixels of dragging for which the tolerance doubles.
    private const double PixelsToDouble = 80;

    private readonly Dictionary<Axis, SliceMask> _masks = [];
    private Seed? _seed;

    public bool Follow(SliceTouch touch)
    {
        if (PaintHelp.IsPressed)
        {
            if (Begin(touch) is { } problem)
                tools.Bench.Notices.Tell(problem);
            return true;
        }
        if (_seed is not { } seed || seed.Axis != touch.Axis)
            return false;
        if (PaintHelp.IsKeyPressed(ImGuiKey.Escape) || !tools.Bench.Viewer.Layers.Contains(seed.Layer))
        {
            Cancel();
            return true;
        }
        if (!touch.IsActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            End(seed);
            return true;
        }
        var tolerance = (float)(seed.FirstTolerance * Math.Pow(2, (touch.Pointer.X - seed.PressedAt) / Theme.Px((float)PixelsToDouble)));
        if (tolerance != seed.Tolerance)
        {
            seed.Tolerance = tools.Bench.Tools.Options.Tolerance = tolerance;
            seed.Found = seed.Grow();
        }
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (_seed is not { } seed)
            return;
        if (!_masks.TryGetValue(touch.Axis, out var mask))
            _masks[touch.Axis] = mask = new SliceMask(tools);
        var label = tools.Bench.Tools.Given(seed.Layer, PaintHelp.IsErasing);
        var color = (label == LabelVolume.Unlabelled ? Theme.Text : Theme.Of(seed.Layer.Phases[label].Color)) with { W = 0.6f };
        var found = seed.Found;
        mask.Draw(draw, touch, seed.Layer, found, (z, y, x, count, bits) =>
        {
            bits.Clear();
            for (var i = 0; i < count; i++)
            {
                if (found.Has(z, y, x + i))
                    BitRow.Set(bits, i, i + 1);
            }
        }, color);
        if (seed.Axis != touch.Axis)
            return;
        var text = $"± {Lengths.Number(seed.Tolerance)}, {found.Count:N0} voxels";
        var place = touch.Pointer + new Vector2(Theme.Px(14), Theme.Px(10));
        // Beside the pointer, and inside of the picture.
        Overlay.Text(draw, place with { X = Math.Min(place.X, touch.Frame.Area.Max.X - Ui.Width(text) - Theme.Px(6)) }, Theme.Text, text);
    }

    public void Dispose()
    {
        foreach (var mask in _masks.Values)
            mask.Dispose();
        _masks.Clear();
    }

    private string? Begin(SliceTouch touch)
    {
        var paint = tools.Bench.Tools;
        if (paint.Target is not { } layer)
            return PaintHelp.NoLayer;
        if (paint.Greys is not { } greys)
            return $"The wand needs an image of {layer.Shape} voxels, as large as '{layer.Name}': open it first.";
        if (RegionFill.VoxelOf(layer, touch.Place) is not { } voxel)
            return null;
        if (!(paint.Options.Tolerance > 0))
            paint.Options.Tolerance = (paint.Image!.ContrastLimits.High - paint.Image.ContrastLimits.Low) / 20;
        var label = paint.Given(layer, PaintHelp.IsErasing);
        var box = paint.Options.FillScope == RegionScope.Slice ? RegionFill.BoxOf(layer.Shape, touch.Axis, voxel) : Around(layer.Shape, voxel, paint.Options.WandReach);
        var seed = new Seed(layer, touch.Axis, voxel, box, greys, paint.FilterFor(layer, label), paint.Options.WithCorners)
        {
            FirstTolerance = paint.Options.Tolerance,
            Tolerance = paint.Options.Tolerance,
            PressedAt = touch.Pointer.X,
        };
        seed.Found = seed.Grow();
        _seed = seed;
        return null;
    }

    private void End(Seed seed)
    {
        var paint = tools.Bench.Tools;
        var label = paint.Given(seed.Layer, PaintHelp.IsErasing);
        paint.Paint(seed.Layer, seed.Found, label, paint.Title(seed.Layer, label, "Grow"));
        Cancel();
    }

    private void Cancel() => _seed = null;

    private static VoxelBox Around(VolumeShape shape, (int Z, int Y, int X) voxel, int reach)
    {
        var (z, y, x) = (Math.Max(0, voxel.Z - reach), Math.Max(0, voxel.Y - reach), Math.Max(0, voxel.X - reach));
        return new VoxelBox(z, y, x, Math.Min(shape.Depth - 1, voxel.Z + reach) - z + 1, Math.Min(shape.Height - 1, voxel.Y + reach) - y + 1, Math.Min(shape.Width - 1, voxel.X + reach) - x + 1);
    }

    private sealed class Seed(LabelsLayer layer, Axis axis, (int Z, int Y, int X) voxel, VoxelBox box, GreyRows greys, VoxelFilter filter, bool withCorners)
    {
        private readonly float _grey = greys.At(voxel.Z, voxel.Y, voxel.X);

        public LabelsLayer Layer => layer;

        public Axis Axis => axis;

        public required float FirstTolerance { get; init; }

        public required float PressedAt { get; init; }

        public required float Tolerance { get; set; }

        public FoundVoxels Found { get; set; } = new(box);

        public FoundVoxels Grow() => FloodFill.Find(layer.Labels, voxel, box, filter.Within(greys, _grey - Tolerance, _grey + Tolerance), withCorners);
    }
}
