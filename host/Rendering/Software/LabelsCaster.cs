using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws a labels layer for packets of rays; the formulas are those of labels.glsl, labels-opaque.frag and labels-translucent.frag.</summary>
internal class LabelsCaster(LabelsScene scene, LabelStore store) : LayerCaster(scene.Blending)
{
    // As in labels-translucent.frag.
    protected const int MaxCrossings = 10;

    // Voxels between two looks for empty space.
    private const int Run = 4;

    private readonly LabelStore _store = store;
    private readonly PhaseLookup _phases = scene.Phases;

    /// <summary>What is cut away of the layer.</summary>
    public LayerCut Cut => scene.Cut;

    /// <summary>Whether any phase is drawn as a film.</summary>
    public bool HasFilms => _phases.HasTranslucent;

    public override bool HasOpaque => _phases.HasOpaque && LayerBlends.HasDepth(Blending);

    public override bool HasTranslucent => _phases.HasTranslucent || (_phases.HasOpaque && !LayerBlends.HasDepth(Blending));

    public override void DrawTranslucent(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        if (_phases.HasOpaque && !LayerBlends.HasDepth(Blending))
        {
            // Surfaces that are added to what is behind cannot be drawn before it.
            Surface(view, rays, pixels.Depth, out var surface);
            PacketBlend.Over(ref pixels, surface, Blending);
        }
        if (_phases.HasTranslucent)
            base.DrawTranslucent(view, rays, ref pixels);
    }

    public override void Pick(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        if (_phases.HasOpaque)
        {
            Surface(view, rays, Vector256<float>.One, out var surface);
            pixels.Take(surface, view.StoredDepth(surface.Depth));
        }
        if (!_phases.HasTranslucent)
            return;
        CastTranslucent(view, rays, pixels.Depth, Blending, wantsDepth: true, out var seen);
        pixels.Take(seen, view.StoredDepth(seen.Depth));
    }

    /// <summary>Finds the opaque phases.</summary>
    public void FindOpaque(in RayView view, in RayPacket rays, out PacketColor seen) => Surface(view, rays, limit: null, out seen);

    /// <summary>Films that <see cref="FindFilms"/> gives at most.</summary>
    public virtual int MostFilms => MaxCrossings;

    /// <summary>Finds the films before stored depths.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="limit">The depths.</param>
    /// <param name="films">Gets the films, nearer ones first; those that a ray does not meet are empty for it. Has room for <see cref="MostFilms"/>.</param>
    /// <returns>How many there are.</returns>
    public virtual int FindFilms(in RayView view, in RayPacket rays, Vector256<float> limit, Span<PacketFilm> films)
    {
        var interval = IntervalOf(view, rays);
        interval.EndAt(limit, view.Block);
        return Lanes.None(interval.Hit) ? 0 : FilmsWithin(view, rays, interval, films);
    }

    protected override void CastOpaque(in RayView view, in RayPacket rays, out PacketColor seen) => FindOpaque(view, rays, out seen);

    [SkipLocalsInit]
    protected override void CastTranslucent(
        in RayView view, in RayPacket rays, Vector256<float> limit, LayerBlending blending, bool wantsDepth, out PacketColor seen)
    {
        Span<PacketFilm> films = stackalloc PacketFilm[MostFilms];
        var count = FindFilms(view, rays, limit, films);
        seen = default;
        for (var number = 0; number < count; number++)
        {
            ref readonly var film = ref films[number];
            var through = Vector256<float>.One - seen.Alpha;
            seen.Color += film.Color * through;
            seen.Alpha += film.Alpha * through;
            var isFirst = Vector256.AndNot(Vector256.GreaterThan(film.Alpha, Vector256<float>.Zero).AsInt32(), seen.Hit);
            seen.Depth = Vector256.ConditionalSelect(isFirst.AsSingle(), film.Depth, seen.Depth);
            seen.Hit |= isFirst;
        }
        PacketBlend.Prepare(ref seen, blending, seen.Alpha);
    }

    /// <summary>Finds the nearest surface of opaque phases.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="limit">Stored depths at which they end, or null for none.</param>
    /// <param name="seen">What was found.</param>
    public virtual void Surface(in RayView view, in RayPacket rays, Vector256<float>? limit, out PacketColor seen)
    {
        seen = default;
        var interval = IntervalOf(view, rays);
        if (limit is { } depth)
            interval.EndAt(depth, view.Block);
        if (Lanes.None(interval.Hit))
            return;
        var (origin, direction) = InVoxels(rays);
        var walk = new LabelWalk(_store, origin, direction, interval);
        var (found, labels) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var (metDepth, metNormal) = (interval.First, default(Packet3));
        var flag = Vector256.Create(PhaseLookup.Opaque);
        while (!Lanes.None(walk.Active))
        {
            if (scene.WithoutOpaque is { } empty)
            {
                var active = walk.Active;
                var leapt = walk.Leap(empty);
                if (leapt == active && !Lanes.None(leapt))
                    continue;
            }
            for (var i = 0; i < Run; i++)
            {
                var here = walk.Labels;
                var meets = Vector256.Equals(_phases.FlagsOf(here) & flag, flag) & walk.Active;
                if (!Lanes.None(meets))
                {
                    labels = Vector256.ConditionalSelect(meets, here, labels);
                    metDepth = Vector256.ConditionalSelect(meets.AsSingle(), walk.Depth, metDepth);
                    metNormal = Packet3.Select(meets.AsSingle(), walk.WallNormal, metNormal);
                    found |= meets;
                    walk.Active = Vector256.AndNot(walk.Active, meets);
                    if (Lanes.None(walk.Active))
                        break;
                }
                walk.Advance();
            }
        }
        seen.Hit = found & Vector256.LessThan(metDepth, interval.Last).AsInt32();
        if (Lanes.None(seen.Hit))
            return;
        seen.Depth = metDepth;
        seen.Color = Shade(view, rays, interval, origin + (direction * metDepth), labels, metDepth, metNormal);
        seen.Alpha = Vector256<float>.One;
        PacketBlend.Prepare(ref seen, Blending, Vector256<float>.One);
    }

    private Packet3 Shade(in RayView view, in RayPacket rays, in RayInterval interval, in Packet3 place, Vector256<int> labels, Vector256<float> depth, in Packet3 wall)
    {
        var (voxel, channels) = (scene.Voxel, _phases.OpaqueChannels);
        var edge = Math.Min(Math.Min(voxel.X, voxel.Y), voxel.Z);
        var (albedo, sight) = (_phases.ColorOf(labels), rays.Sight());
        var normal = NormalAt(place, channels);
        var steepness = Vector256.Sqrt(normal.LengthSquared) * Vector256.Create(edge);
        // Where the smoothed field tells no direction, as around a single voxel, the voxel's own wall does.
        var isLater = Vector256.GreaterThan(depth, interval.First);
        var isFlat = Vector256.LessThan(steepness, Vector256.Create(0.02f));
        normal = Packet3.Select(isFlat, Packet3.Select(isLater, wall, -sight), normal).Normalized();
        var shade = Vector256<float>.One;
        if (scene.Occlusion > 0)
            shade -= Vector256.Create(scene.Occlusion) * PacketOcclusion.Covered(new Field(scene), place, normal, new Vector3(edge) / voxel);
        var color = PacketLight.Lit(view.Block, albedo, normal, sight, shade);
        var isCut = Vector256.AndNot(Vector256.GreaterThan(interval.Face.LengthSquared, Vector256.Create(0.5f)), isLater);
        return Lanes.None(isCut.AsInt32()) ? color : Packet3.Select(isCut, PacketLight.LitCut(view.Block, albedo, interval.Face, sight), color);
    }

    // The direction in which the phases of these channels thin out; not normalised.
    private Packet3 NormalAt(in Packet3 place, int channels)
    {
        // The walls of voxels lie a little before and behind the smooth surface that they stand for. The slope is taken on that surface:
        // else the steps would show as ribs.
        var slope = scene.Occupancy.SlopeAt(place, 1, channels);
        var excess = scene.Occupancy.At(place, channels) - Vector256.Create(0.5f);
        var aside = slope * (excess / Vector256.MaxNative(slope.LengthSquared, Vector256.Create(0.01f)));
        var length = Vector256.Sqrt(aside.LengthSquared);
        var moved = place - (aside * (Vector256<float>.One / Vector256.MaxNative(length * Vector256.Create(1 / 1.5f), Vector256<float>.One)));
        return -(scene.Occupancy.SlopeAt(moved, 1.5f, channels) * Packet3.Of(Vector3.One / scene.Voxel));
    }

    private RayInterval IntervalOf(in RayView view, in RayPacket rays)
    {
        var interval = RayInterval.Of(rays, scene.Cut, scene.Extent, view.Block.Nearest, scene.InnerWalls);
        if (scene.Part is { } part)
            interval.Restrict(rays, part);
        return interval;
    }

    // First only the places are noted where the rays come into another phase, then they are shaded.
    [SkipLocalsInit]
    private unsafe int FilmsWithin(in RayView view, in RayPacket rays, in RayInterval interval, Span<PacketFilm> films)
    {
        var (origin, direction) = InVoxels(rays);
        var walk = new LabelWalk(_store, origin, direction, interval);
        var most = Vector256.Create(Math.Min(scene.MaxCrossings, MaxCrossings));
        // Crossing by crossing, eight rays side by side.
        var depths = stackalloc float[MaxCrossings * Lanes.Count];
        var crossed = stackalloc int[MaxCrossings * Lanes.Count];
        new Span<float>(depths, MaxCrossings * Lanes.Count).Clear();
        new Span<int>(crossed, MaxCrossings * Lanes.Count).Clear();
        var (counts, flag) = (Vector256<int>.Zero, Vector256.Create(PhaseLookup.Translucent));
        // A phase that goes on from another part has no surface where it begins here.
        var before = Vector256.ConditionalSelect(interval.GoesOn, walk.Labels, Vector256.Create(-1));
        while (!Lanes.None(walk.Active))
        {
            if (scene.WithoutTranslucent is { } empty)
            {
                var active = walk.Active;
                var leapt = walk.Leap(empty);
                before |= leapt;
                if (leapt == active && !Lanes.None(leapt))
                    continue;
            }
            for (var i = 0; i < Run; i++)
            {
                var here = walk.Labels;
                var comesIn = Vector256.AndNot(Vector256.Equals(_phases.FlagsOf(here) & flag, flag) & walk.Active, Vector256.Equals(here, before));
                if (!Lanes.None(comesIn))
                {
                    for (var bits = Vector256.ExtractMostSignificantBits(comesIn); bits != 0; bits &= bits - 1)
                    {
                        var lane = BitOperations.TrailingZeroCount(bits);
                        var slot = (counts[lane] * Lanes.Count) + lane;
                        (depths[slot], crossed[slot]) = (walk.Depth[lane], here[lane]);
                    }
                    counts -= comesIn;
                    walk.Active &= Vector256.LessThan(counts, most);
                }
                before = here;
                walk.Advance();
            }
        }
        for (var crossing = 0; crossing < MaxCrossings; crossing++)
        {
            var isSeen = Vector256.GreaterThan(counts, Vector256.Create(crossing));
            if (Lanes.None(isSeen))
                return crossing;
            var (depth, label) = (Vector256.Load(depths + (crossing * Lanes.Count)), Vector256.Load(crossed + (crossing * Lanes.Count)));
            films[crossing] = FilmAt(view, rays, interval, origin + (direction * depth), depth, label, isSeen);
        }
        return MaxCrossings;
    }

    private PacketFilm FilmAt(in RayView view, in RayPacket rays, in RayInterval interval, in Packet3 place, Vector256<float> depth, Vector256<int> labels,
        Vector256<int> isSeen)
    {
        var (sight, voxel) = (rays.Sight(), scene.Voxel);
        var slope = default(Packet3);
        var channels = _phases.ChannelsOf(labels);
        for (var channel = 0; channel < scene.Occupancy.Channels; channel++)
        {
            var isThis = Vector256.Equals(channels, Vector256.Create(channel)) & isSeen;
            if (!Lanes.None(isThis))
                slope = Packet3.Select(isThis.AsSingle(), scene.Occupancy.SlopeAt(place, 1.5f, 1 << channel), slope);
        }
        // A film of a single voxel has hardly a slope: what is left of it is noise, and is outweighed by the direction of sight.
        var edge = Math.Min(Math.Min(voxel.X, voxel.Y), voxel.Z);
        var normal = -(slope * Packet3.Of(new Vector3(edge) / voxel)) - (sight * Vector256.Create(0.05f));
        var isWall = Vector256.LessThanOrEqual(depth, interval.First) & Vector256.GreaterThan(interval.Face.LengthSquared, Vector256.Create(0.5f));
        normal = Packet3.Select(isWall, interval.Face, normal).Normalized();
        // Seen along the surface, a film is thicker: its rim is denser.
        var rim = Vector256<float>.One - Vector256.Abs(Packet3.Dot(normal, sight));
        var exponent = Vector256<float>.One + (Vector256.Create(1.5f) * rim * rim);
        var alpha = Vector256<float>.One - Vector256.Exp(Vector256.Log(Vector256<float>.One - _phases.OpacityOf(labels)) * exponent);
        alpha &= isSeen.AsSingle();
        return new PacketFilm
        {
            Depth = depth,
            Color = PacketLight.Lit(view.Block, _phases.ColorOf(labels), normal, sight, Vector256<float>.One) * alpha,
            Alpha = alpha,
        };
    }

    private (Packet3 Origin, Packet3 Direction) InVoxels(in RayPacket rays)
    {
        var perVoxel = Packet3.Of(Vector3.One / scene.Voxel);
        return (new Packet3(rays.OriginX, rays.OriginY, rays.OriginZ) * perVoxel, new Packet3(rays.DirectionX, rays.DirectionY, rays.DirectionZ) * perVoxel);
    }

    /// <summary>What is solid: the opaque phases, where they are not cut away.</summary>
    private readonly struct Field(LabelsScene scene) : IPacketSolid
    {
        public Vector256<float> SolidAt(in Packet3 place) => Vector256.AndNot(
            scene.Occupancy.At(place, scene.Phases.OpaqueChannels), PacketOcclusion.IsCutAway(scene.SolidCut ?? scene.Cut, place * Packet3.Of(scene.Voxel)));
    }
}
