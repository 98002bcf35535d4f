using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A part of an image in a texture of its own.</summary>
internal sealed class ImageDetail : IDetail
{
    private readonly DetailPlan _detail;

    public ImageDetail(SceneResources scene, ImageLayer layer, TexelFormat format, DetailPlan detail)
    {
        _detail = detail;
        Plan = TexturePlan.OfDetail(detail, layer.Volume.Spacing);
        var texels = new ImageTexels(new CroppedSource(layer.Volume, detail.Box), Plan, layer.Statistics.Minimum);
        Texture = new VolumeTexture(scene.Gl, layer.Name, Plan.Size, format, texels.Fill);
    }

    public TexturePlan Plan { get; }

    public VolumeTexture Texture { get; }

    public bool Upload(TimeSpan budget) => Texture.Upload(budget);

    /// <summary>Fills again what changed of the volume.</summary>
    public void Refill(VoxelBox changed)
    {
        var (first, last) = (Math.Max(changed.Z, _detail.Box.Z) - _detail.Box.Z, Math.Min(changed.LastZ, _detail.Box.LastZ) - _detail.Box.Z);
        if (first <= last)
            Texture.Refill(first / _detail.Factor, last / _detail.Factor);
    }

    public void Dispose() => Texture.Dispose();
}
