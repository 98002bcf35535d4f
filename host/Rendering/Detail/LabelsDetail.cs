using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A part of a labels layer in textures of its own: the labels, and how much of the neighbourhood the phases of each channel fill.</summary>
internal sealed class LabelsDetail : IDetail
{
    private readonly DetailPlan _detail;
    private readonly LabelGrid _grid;

    /// <param name="scene">Where the textures are made.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="detail">Which part of it, and how coarse.</param>
    /// <param name="channels">The channel of each label; −1 for none.</param>
    /// <param name="format">Of the channels.</param>
    public LabelsDetail(SceneResources scene, LabelsLayer layer, DetailPlan detail, ReadOnlySpan<sbyte> channels, TexelFormat format)
    {
        _detail = detail;
        Plan = TexturePlan.OfDetail(detail, layer.Spacing);
        _grid = new LabelGrid(layer.Labels, Plan, detail.Box);
        Labels = new VolumeTexture(scene.Gl, layer.Name, Plan.Size, TexelFormat.Byte, _grid.Fill);
        Occupancy = new VolumeTexture(scene.Gl, layer.Name, Plan.Size, format, (VolumeTexture.PartFiller)new PhaseOccupancy(_grid, channels, format.Bytes).Fill);
    }

    public TexturePlan Plan { get; }

    public VolumeTexture Labels { get; }

    public VolumeTexture Occupancy { get; }

    public bool Upload(TimeSpan budget)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        return Labels.Upload(budget) & Occupancy.Upload(budget - clock.Elapsed);
    }

    /// <summary>Fills again what changed of the labels.</summary>
    public void Refill(VoxelBox changed)
    {
        var box = _detail.Box;
        if (changed.Intersection(box) is not { } own)
            return;
        var (from, to, part) = _grid.Refresh(new VoxelBox(own.Z - box.Z, own.Y - box.Y, own.X - box.X, own.Depth, own.Height, own.Width));
        Labels.Refill(from, to, part);
        Occupancy.Refill(Math.Max(0, from - 2), Math.Min(Plan.Size.Depth - 1, to + 2), part.Wider(2, Plan.Size.Width, Plan.Size.Height));
    }

    public void Dispose()
    {
        Labels.Dispose();
        Occupancy.Dispose();
    }
}
