using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Shows on the slices which voxels have greys of the range that limits the tools.</summary>
internal sealed class GreyRangePicture(ViewTools tools) : IDisposable
{
    private static readonly Vector4 Color = new(0.98f, 0.85f, 0.2f, 0.28f);

    private readonly Dictionary<Axis, SliceMask> _masks = [];

    public void Draw(ImDrawListPtr draw, SliceTouch touch, LabelsLayer layer)
    {
        var paint = tools.Bench.Tools;
        if (!paint.Options.LimitsGreys || paint.Options.Greys is not var (low, high) || paint.Greys is not { } greys)
            return;
        if (!_masks.TryGetValue(touch.Axis, out var mask))
            _masks[touch.Axis] = mask = new SliceMask(tools);
        mask.Draw(draw, touch, layer, (greys, low, high), (z, y, x, count, bits) => greys.Match(z, y, x, count, low, high, bits), Color);
    }

    public void Dispose()
    {
        foreach (var mask in _masks.Values)
            mask.Dispose();
        _masks.Clear();
    }
}
