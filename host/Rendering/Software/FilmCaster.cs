using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Draws a translucent image and the films of a labels layer that lie in one another, in the order of the depths; see <see cref="FilmPair"/>. The opaque phases
/// are drawn too.
/// </summary>
internal sealed class FilmCaster(ImageCaster image, LabelsCaster labels) : LayerCaster(LayerBlending.Translucent)
{
    public override bool HasOpaque => labels.HasOpaque;

    public override bool HasTranslucent => true;

    /// <summary>Puts the uppermost image and films that lie in one another and are cut alike together, where there are such.</summary>
    /// <param name="casters">In drawing order.</param>
    public static void Join(IList<LayerCaster> casters)
    {
        for (var upper = casters.Count - 1; upper > 0; upper--)
        {
            for (var lower = upper - 1; lower >= 0; lower--)
            {
                if (Match(casters[upper], casters[lower]) is not { } pair)
                    continue;
                casters[upper] = pair;
                casters.RemoveAt(lower);
                return;
            }
        }
    }

    [SkipLocalsInit]
    public override void DrawTranslucent(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        Span<PacketFilm> all = stackalloc PacketFilm[labels.MostFilms];
        var count = labels.FindFilms(view, rays, pixels.Depth, all);
        if (count == 0)
        {
            image.DrawTranslucent(view, rays, ref pixels);
            return;
        }
        image.CastWithFilms(view, rays, pixels.Depth, all[..count], out var seen);
        PacketBlend.Over(ref pixels, seen, Blending);
    }

    public override void Pick(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        image.Pick(view, rays, ref pixels);
        labels.Pick(view, rays, ref pixels);
    }

    protected override void CastOpaque(in RayView view, in RayPacket rays, out PacketColor seen) => labels.FindOpaque(view, rays, out seen);

    protected override void CastTranslucent(
        in RayView view, in RayPacket rays, Vector256<float> limit, LayerBlending blending, bool wantsDepth, out PacketColor seen) =>
        throw new NotSupportedException("What lets through is drawn by the two casters together.");

    private static FilmCaster? Match(LayerCaster first, LayerCaster second)
    {
        var (image, labels) = (first as ImageCaster ?? second as ImageCaster, first as LabelsCaster ?? second as LabelsCaster);
        return image is { Scene.Mode: ImageRenderMode.Translucent, Blending: LayerBlending.Translucent } && labels is { HasFilms: true, Blending: LayerBlending.Translucent }
            && image.Scene.Cut.IsLike(labels.Cut) ? new FilmCaster(image, labels) : null;
    }
}
