using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws an image layer for packets of rays; the formulas are those of the shaders image-….frag.</summary>
/// <typeparam name="TReader">Reads the voxels.</typeparam>
internal sealed unsafe partial class ImageCaster<TReader>(ImageScene scene, VoxelStore store, TReader reader) : ImageCaster(scene)
    where TReader : struct, IVoxelReader
{
    // Samples between two looks for empty space.
    private const int Run = 6;

    private readonly int _fractionBits = store.FractionBits;
    private readonly TReader _reader = reader;
    private readonly byte* _transfer = scene.Transfer.Pin();

    /// <summary>The memory that is read, which lives as long as this.</summary>
    public VoxelStore Store { get; } = store;

    /// <summary>Reads the voxels.</summary>
    public TReader Reader => _reader;

    protected override void CastOpaque(in RayView view, in RayPacket rays, out PacketColor seen)
    {
        var interval = RayInterval.Of(rays, Scene.Cut, Scene.Extent, view.Block.Nearest);
        seen = default;
        if (Lanes.None(interval.Hit))
            return;
        Surface(view, rays, interval, out seen);
        PacketBlend.Prepare(ref seen, Blending, Vector256.Create(Scene.Opacity));
    }

    protected override void CastTranslucent(
        in RayView view, in RayPacket rays, Vector256<float> limit, LayerBlending blending, bool wantsDepth, out PacketColor seen)
    {
        var interval = RayInterval.Of(rays, Scene.Cut, Scene.Extent, view.Block.Nearest);
        if (!wantsDepth)
            interval.EndAt(limit, view.Block);
        seen = default;
        if (Lanes.None(interval.Hit))
            return;
        switch (Scene.Mode)
        {
            case ImageRenderMode.Translucent or ImageRenderMode.Additive when wantsDepth: Composite<With>(view, rays, interval, blending, out seen); break;
            case ImageRenderMode.Translucent or ImageRenderMode.Additive: Composite<Without>(view, rays, interval, blending, out seen); break;
            case ImageRenderMode.Isosurface: Surface(view, rays, interval, out seen); break;
            case ImageRenderMode.MaximumIntensity when wantsDepth: Project<Projections.Largest, With>(rays, interval, blending, out seen); break;
            case ImageRenderMode.MaximumIntensity: Project<Projections.Largest, Without>(rays, interval, blending, out seen); break;
            case ImageRenderMode.MinimumIntensity: Project<Projections.Smallest, With>(rays, interval, blending, out seen); break;
            case ImageRenderMode.Average: Project<Projections.Mean, With>(rays, interval, blending, out seen); break;
            case ImageRenderMode.AttenuatedMaximum: Project<Projections.Attenuated, With>(rays, interval, blending, out seen); break;
        }
        Prepare(ref seen, blending);
    }

    private void Prepare(ref PacketColor seen, LayerBlending blending)
    {
        var opacity = Vector256.Create(Scene.Opacity);
        if (Scene.Mode == ImageRenderMode.Additive)
        {
            // It adds to what is there and hides nothing of it, unless the layer is asked to replace it.
            seen.Alpha = IsPlain(blending) ? Vector256<float>.Zero : opacity;
        }
        PacketBlend.Prepare(ref seen, blending, opacity);
    }

    // Whether rays that see nothing leave the pixel as it is.
    private static bool IsPlain(LayerBlending blending) => blending is LayerBlending.Translucent or LayerBlending.Additive;

    // image-translucent.frag and image-additive.frag.
    private void Composite<TDepth>(in RayView view, in RayPacket rays, in RayInterval interval, LayerBlending blending, out PacketColor seen)
        where TDepth : struct, IFlag
    {
        var isSum = Scene.Mode == ImageRenderMode.Additive;
        var walk = Begin(view, rays, interval, out var first, out var step, out var stretch);
        var count = walk.Left;
        var (reader, empty) = (_reader, Scene.Empty);
        var transfer = _transfer;
        var perStep = empty is null ? default : walk.Scale;
        var scale = Vector256.Create(Scene.LevelScale * TReader.Scale * (TransferLookup.Length - 1));
        var shift = Vector256.Create((((Scene.LevelScale * TReader.Shift) + Scene.LevelShift) * (TransferLookup.Length - 1)) + 0.5f);
        var most = Vector256.Create(TransferLookup.Length - 1);
        var (firstVisible, lastVisible) = (Vector256.Create(Scene.Transfer.FirstVisible), Vector256.Create(Scene.Transfer.LastVisible));
        var enough = Vector256.Create(isSum ? float.MaxValue : 0.99f * TransferLookup.Unit);
        // A sum hides nothing of what is behind.
        var hides = Vector256.Create(isSum ? 0 : 1 / TransferLookup.Unit);
        var ahead = walk.Ahead;
        var (red, green, blue, alpha) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (largest, where) = (Vector256<float>.Zero, Vector256<int>.Zero);
        while (true)
        {
            var active = Vector256.GreaterThan(walk.Left, Vector256<int>.Zero) & Vector256.LessThanOrEqual(alpha, enough).AsInt32();
            if (Lanes.None(active))
                break;
            if (empty is not null && Leap(empty, active, perStep, ref walk))
                continue;
            for (var i = 0; i < Run; i++)
            {
                reader.Prefetch(walk.Corners + ahead);
                var value = reader.Read(walk.X, walk.Y, walk.Z);
                var index = Vector256.ConvertToInt32Native((value * scale) + shift);
                index = Vector256.MinNative(Vector256.MaxNative(index, Vector256<int>.Zero), most);
                var isSeen = Vector256.GreaterThanOrEqual(index, firstVisible) & Vector256.LessThanOrEqual(index, lastVisible)
                    & Vector256.GreaterThan(walk.Left, Vector256<int>.Zero) & Vector256.LessThanOrEqual(alpha, enough).AsInt32();
                if (!Lanes.None(isSeen))
                {
                    TransferLookup.Read(transfer, index, out var hereRed, out var hereGreen, out var hereBlue, out var hereAlpha);
                    var through = (Vector256<float>.One - (alpha * hides)) & isSeen.AsSingle();
                    red += hereRed * through;
                    green += hereGreen * through;
                    blue += hereBlue * through;
                    var added = hereAlpha * through;
                    alpha += added;
                    if (TDepth.IsSet)
                    {
                        var isMore = Vector256.GreaterThan(added, largest);
                        where = Vector256.ConditionalSelect(isMore.AsInt32(), count - walk.Left, where);
                        largest = Vector256.MaxNative(largest, added);
                    }
                }
                walk.Advance();
            }
        }
        seen = Sum(interval, red, green, blue, alpha, stretch, blending);
        seen.Depth = first + (Vector256.ConvertToSingle(where) * step);
    }

    // Where the samples are that are put over each other or added.
    private PacketWalk Begin(in RayView view, in RayPacket rays, in RayInterval interval, out Vector256<float> first, out Vector256<float> step, out Vector256<float> stretch)
    {
        step = Vector256.Create(Scene.Step) * rays.InverseLength;
        (first, stretch) = (interval.First, Vector256<float>.One);
        Vector256<int> count;
        if (Scene.Mode == ImageRenderMode.Additive)
        {
            Stretch(interval, ref step, out count);
            stretch = step / (Vector256.Create(Scene.Step) * rays.InverseLength);
            first += step * Vector256.Create(0.5f);
        }
        else
        {
            first += step * StartShift(rays, view.Shift);
            count = Vector256.ConvertToInt32Native(Vector256.Ceiling((interval.Last - first) / step)) & interval.Hit;
        }
        return new PacketWalk(rays, first, step, count, Scene, _fractionBits);
    }

    // What was put together, as it is seen.
    private PacketColor Sum(in RayInterval interval, Vector256<float> red, Vector256<float> green, Vector256<float> blue, Vector256<float> alpha,
        Vector256<float> stretch, LayerBlending blending)
    {
        var isSum = Scene.Mode == ImageRenderMode.Additive;
        var least = Vector256.Create(IsPlain(blending) ? (isSum ? float.Epsilon : 0.004f * TransferLookup.Unit) : float.MinValue);
        var unit = Vector256.Create(1 / TransferLookup.Unit) * stretch;
        var (color, most1) = (new Packet3(red, green, blue) * unit, Vector256<float>.One);
        if (isSum)
            color = new Packet3(Vector256.MinNative(color.X, most1), Vector256.MinNative(color.Y, most1), Vector256.MinNative(color.Z, most1));
        var opacity = Vector256.Create(Scene.Opacity);
        return new PacketColor
        {
            Color = color * opacity,
            Alpha = alpha * unit * opacity,
            Hit = interval.Hit & Vector256.GreaterThanOrEqual(alpha, least).AsInt32(),
        };
    }

    // image-maximum.frag, image-minimum.frag, image-average.frag and image-attenuated.frag.
    private void Project<TProjection, TDepth>(in RayPacket rays, in RayInterval interval, LayerBlending blending, out PacketColor seen)
        where TProjection : struct, IProjection
        where TDepth : struct, IFlag
    {
        var step = Vector256.Create(Scene.Step) * rays.InverseLength;
        Stretch(interval, ref step, out var count);
        var first = interval.First + (step * Vector256.Create(0.5f));
        var walk = new PacketWalk(rays, first, step, count, Scene, _fractionBits);
        var reader = _reader;
        var projection = default(TProjection);
        projection.Begin(Scene.LevelScale * TReader.Scale, (Scene.LevelScale * TReader.Shift) + Scene.LevelShift, Vector256.Create(Scene.Attenuation) * step / rays.InverseLength);
        var (where, ahead) = (Vector256<int>.Zero, walk.Ahead);
        while (!Lanes.None(Vector256.AndNot(Vector256.GreaterThan(walk.Left, Vector256<int>.Zero), projection.IsDone)))
        {
            for (var i = 0; i < Run; i++)
            {
                reader.Prefetch(walk.Corners + ahead);
                var active = Vector256.AndNot(Vector256.GreaterThan(walk.Left, Vector256<int>.Zero), projection.IsDone).AsSingle();
                var isBetter = projection.Take(reader.Read(walk.X, walk.Y, walk.Z), active);
                if (TDepth.IsSet)
                    where = Vector256.ConditionalSelect(isBetter.AsInt32(), count - walk.Left, where);
                walk.Advance();
            }
        }
        var place = projection.Place(Vector256.ConvertToSingle(Vector256.MaxNative(count, Vector256<int>.One)));
        place = Vector256.MinNative(Vector256.MaxNative(place, Vector256<float>.Zero), Vector256<float>.One);
        var index = Vector256.ConvertToInt32Native((place * Vector256.Create(TransferLookup.Length - 1f)) + Vector256.Create(0.5f));
        TransferLookup.Read(_transfer, index, out var red, out var green, out var blue, out _);
        var (opacity, hit) = (Vector256.Create(Scene.Opacity), interval.Hit);
        var alpha = opacity;
        if (Scene.Mode != ImageRenderMode.MinimumIntensity)
        {
            // The darkest places let through what lies behind, so that empty space is no dark block: smoothstep from 0 to 0.15.
            var ramp = Vector256.MinNative(place * Vector256.Create(1 / 0.15f), Vector256<float>.One);
            alpha *= ramp * ramp * (Vector256.Create(3f) - (ramp + ramp));
            if (IsPlain(blending))
                hit &= Vector256.GreaterThanOrEqual(alpha, Vector256.Create(0.004f)).AsInt32();
        }
        seen = new PacketColor
        {
            Color = new Packet3(red, green, blue) * (alpha * Vector256.Create(1 / TransferLookup.Unit)),
            Alpha = alpha,
            Hit = hit,
            Depth = first + (Vector256.ConvertToSingle(where) * step),
        };
    }

    // image-isosurface.frag.
    private void Surface(in RayView view, in RayPacket rays, in RayInterval interval, out PacketColor seen)
    {
        var walk = BeginSearch(rays, interval, out var step);
        var count = walk.Left;
        var (reader, empty) = (_reader, Scene.Empty);
        var perStep = empty is null ? default : walk.Scale;
        var isovalue = Vector256.Create(StoredIsovalue);
        var ahead = walk.Ahead;
        var (found, met) = (Vector256<int>.Zero, walk);
        while (true)
        {
            var active = Vector256.AndNot(Vector256.GreaterThan(walk.Left, Vector256<int>.Zero), found);
            if (Lanes.None(active))
                break;
            if (empty is not null && Leap(empty, active, perStep, ref walk))
                continue;
            for (var i = 0; i < Run; i++)
            {
                reader.Prefetch(walk.Corners + ahead);
                var meets = Vector256.GreaterThanOrEqual(reader.Read(walk.X, walk.Y, walk.Z), isovalue).AsInt32() & Vector256.GreaterThan(walk.Left, Vector256<int>.Zero);
                meets = Vector256.AndNot(meets, found);
                if (!Lanes.None(meets))
                {
                    met.X = Vector256.ConditionalSelect(meets, walk.X, met.X);
                    met.Y = Vector256.ConditionalSelect(meets, walk.Y, met.Y);
                    met.Z = Vector256.ConditionalSelect(meets, walk.Z, met.Z);
                    met.Left = Vector256.ConditionalSelect(meets, walk.Left, met.Left);
                    found |= meets;
                }
                walk.Advance();
            }
        }
        EndSearch(view, rays, interval, met, found, count, step, out seen);
    }

    private float StoredIsovalue => (Scene.Isovalue - TReader.Shift) / TReader.Scale;

    // Where the samples are among which the first is looked for that is not below the isovalue.
    private PacketWalk BeginSearch(in RayPacket rays, in RayInterval interval, out Vector256<float> step)
    {
        step = Vector256.Create(Scene.Step) * rays.InverseLength;
        var count = (Vector256.ConvertToInt32Native(Vector256.Ceiling((interval.Last - interval.First) / step)) + Vector256<int>.One) & interval.Hit;
        return new PacketWalk(rays, interval.First, step, count, Scene, _fractionBits);
    }

    // What is seen where such samples were found.
    private void EndSearch(in RayView view, in RayPacket rays, in RayInterval interval, in PacketWalk met, Vector256<int> found, Vector256<int> count,
        Vector256<float> step, out PacketColor seen)
    {
        seen = default;
        if (Lanes.None(found))
            return;
        var above = Halve(met, count, step, Vector256.Create(StoredIsovalue));
        seen.Depth = interval.First + above;
        seen.Hit = found & Vector256.LessThanOrEqual(seen.Depth, interval.Last).AsInt32();
        if (!Lanes.None(seen.Hit))
            Shade(view, rays, interval, isAtStart: Vector256.Equals(met.Left, count), ref seen);
    }

    // Where between two samples the surface lies, as depth behind the first sample.
    private Vector256<float> Halve(in PacketWalk met, Vector256<int> count, Vector256<float> step, Vector256<float> isovalue)
    {
        var (reader, half) = (_reader, Vector256.Create(0.5f));
        var above = Vector256.ConvertToSingle(count - met.Left) * step;
        var below = Vector256.MaxNative(above - step, Vector256<float>.Zero);
        var isLater = Vector256.LessThan(met.Left, count);
        var (highX, highY, highZ) = (met.X, met.Y, met.Z);
        var (lowX, lowY, lowZ) = (met.X - (met.StepX & isLater), met.Y - (met.StepY & isLater), met.Z - (met.StepZ & isLater));
        for (var halving = 0; halving < 7; halving++)
        {
            var (x, y, z) = (lowX + ((highX - lowX) >> 1), lowY + ((highY - lowY) >> 1), lowZ + ((highZ - lowZ) >> 1));
            var middle = half * (below + above);
            var isBeyond = Vector256.GreaterThanOrEqual(reader.Read(x, y, z), isovalue);
            above = Vector256.ConditionalSelect(isBeyond, middle, above);
            below = Vector256.ConditionalSelect(isBeyond, below, middle);
            var mask = isBeyond.AsInt32();
            (highX, highY, highZ) = (Vector256.ConditionalSelect(mask, x, highX), Vector256.ConditionalSelect(mask, y, highY), Vector256.ConditionalSelect(mask, z, highZ));
            (lowX, lowY, lowZ) = (Vector256.ConditionalSelect(mask, lowX, x), Vector256.ConditionalSelect(mask, lowY, y), Vector256.ConditionalSelect(mask, lowZ, z));
        }
        return above;
    }

    private void Shade(in RayView view, in RayPacket rays, in RayInterval interval, Vector256<int> isAtStart, ref PacketColor seen)
    {
        var field = new Field(this);
        var voxel = Scene.Voxel;
        var place = rays.At(seen.Depth) * Packet3.Of(Vector3.One / voxel);
        var reach = Scene.SlopeReach;
        var (stepX, stepY, stepZ) = (Packet3.Of(Vector3.UnitX * reach), Packet3.Of(Vector3.UnitY * reach), Packet3.Of(Vector3.UnitZ * reach));
        var slope = new Packet3(
            field.ValueAt(place + stepX) - field.ValueAt(place - stepX),
            field.ValueAt(place + stepY) - field.ValueAt(place - stepY),
            field.ValueAt(place + stepZ) - field.ValueAt(place - stepZ)) * Packet3.Of(Vector3.One / (voxel * reach));
        var steepness = Vector256.Sqrt(slope.LengthSquared);
        var sight = rays.Sight();
        var isSteep = Vector256.GreaterThan(steepness, Vector256<float>.Zero);
        var normal = Packet3.Select(isSteep, -slope * (Vector256<float>.One / Vector256.ConditionalSelect(isSteep, steepness, Vector256<float>.One)), -sight);
        var shade = Vector256<float>.One;
        if (Scene.Occlusion > 0)
        {
            var perEdge = new Vector3(Math.Min(Math.Min(voxel.X, voxel.Y), voxel.Z)) / voxel;
            shade -= Vector256.Create(Scene.Occlusion) * PacketOcclusion.Covered(field, place, normal, perEdge);
        }
        var transfer = Scene.Transfer.At((Scene.Isovalue * Scene.LevelScale) + Scene.LevelShift);
        var albedo = Packet3.Of(new Vector3(transfer.X, transfer.Y, transfer.Z));
        var color = PacketLight.Lit(view.Block, albedo, normal, sight, shade);
        var face = interval.Face;
        var isCut = isAtStart.AsSingle() & Vector256.GreaterThan(face.LengthSquared, Vector256.Create(0.5f));
        if (!Lanes.None(isCut.AsInt32()))
            color = Packet3.Select(isCut, PacketLight.LitCut(view.Block, albedo, face, sight), color);
        seen.Color = color * Vector256.Create(Scene.Opacity);
        seen.Alpha = Vector256.Create(Scene.Opacity);
    }

    // The steps are stretched or shrunk a little to end at the far wall: the outermost voxels count as the others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stretch(in RayInterval interval, ref Vector256<float> step, out Vector256<int> count)
    {
        var length = interval.Last - interval.First;
        var steps = Vector256.MaxNative(Vector256.Ceiling((length / step) - Vector256.Create(1e-3f)), Vector256<float>.One);
        step = length / steps;
        count = Vector256.ConvertToInt32Native(steps) & interval.Hit;
    }

    // Lets rays in empty space leap. Gives true if no ray has anything to sample here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Leap(EmptyLeaps empty, Vector256<int> active, in LeapScale perStep, ref PacketWalk walk)
    {
        var distance = empty.DistanceAt(walk.X, walk.Y, walk.Z);
        var isEmpty = Vector256.GreaterThan(distance, Vector256<int>.Zero) & active;
        if (Lanes.None(isEmpty))
            return false;
        walk.Advance(empty.Leap(distance, walk.X, walk.Y, walk.Z, perStep) & isEmpty);
        return isEmpty == active;
    }

    // Shifts the samples of neighbouring pixels against each other, so that steps do not show as rings; see image.glsl.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> StartShift(in RayPacket rays, float shift)
    {
        var (x, y) = (Vector256.Floor(rays.PixelX), Vector256.Floor(rays.PixelY));
        var inner = (x * Vector256.Create(0.06711056f)) + (y * Vector256.Create(0.00583715f));
        inner = ((inner - Vector256.Floor(inner)) * Vector256.Create(52.9829189f)) + Vector256.Create(shift);
        return inner - Vector256.Floor(inner);
    }

    /// <summary>Something that is or is not, known when the code is compiled.</summary>
    private interface IFlag
    {
        static abstract bool IsSet { get; }
    }

    private readonly struct With : IFlag
    {
        public static bool IsSet => true;
    }

    private readonly struct Without : IFlag
    {
        public static bool IsSet => false;
    }
}
