using System.Numerics;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws a labels layer of which one box is held with finer voxels: each ray goes through what lies before the box, through the box, and through what lies behind it.</summary>
/// <param name="scene">How the layer is drawn as a whole.</param>
/// <param name="store">The labels of the whole layer.</param>
/// <param name="before">Draws what lies before the box, and rays that miss it.</param>
/// <param name="within">Draws the box, in its own coordinates.</param>
/// <param name="behind">Draws what lies behind the box.</param>
/// <param name="origin">Where the box begins, (x, y, z) in µm.</param>
internal sealed class PartedLabelsCaster(LabelsScene scene, LabelStore store, LabelsCaster before, LabelsCaster within, LabelsCaster behind, Vector3 origin)
    : LabelsCaster(scene, store)
{
    public override int MostFilms => 3 * MaxCrossings;

    public override void Surface(in RayView view, in RayPacket rays, Vector256<float>? limit, out PacketColor seen)
    {
        before.Surface(view, rays, limit, out seen);
        if (Lanes.All(seen.Hit))
            return;
        within.Surface(view, rays.From(origin), limit, out var inside);
        Add(ref seen, inside);
        if (Lanes.All(seen.Hit))
            return;
        behind.Surface(view, rays, limit, out var farther);
        Add(ref seen, farther);
    }

    public override int FindFilms(in RayView view, in RayPacket rays, Vector256<float> limit, Span<PacketFilm> films)
    {
        var count = before.FindFilms(view, rays, limit, films);
        count += within.FindFilms(view, rays.From(origin), limit, films[count..]);
        return count + behind.FindFilms(view, rays, limit, films[count..]);
    }

    // What lies farther is seen where nothing was yet.
    private static void Add(ref PacketColor seen, in PacketColor farther)
    {
        var isNew = Vector256.AndNot(farther.Hit, seen.Hit);
        seen.Color = Packet3.Select(isNew.AsSingle(), farther.Color, seen.Color);
        seen.Alpha = Vector256.ConditionalSelect(isNew.AsSingle(), farther.Alpha, seen.Alpha);
        seen.Depth = Vector256.ConditionalSelect(isNew.AsSingle(), farther.Depth, seen.Depth);
        seen.Hit |= isNew;
    }
}
