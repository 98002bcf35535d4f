using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws an image layer for packets of rays; the formulas are those of the shaders image-….frag.</summary>
/// <typeparam name="TSampler">Reads the voxels.</typeparam>
internal sealed unsafe class ImageCaster<TSampler>(ImageScene scene, VoxelStore store, TSampler sampler) : ImageCaster(scene)
    where TSampler : struct, IPacketSampler
{
    // Samples between two looks for empty space.
    private const int Run = 6;

    // Keeps the memory that the sampler reads.
    private readonly VoxelStore _store = store;
    private readonly TSampler _sampler = sampler;
    private readonly byte* _transfer = scene.Transfer.Pin();

    public override void CastOpaque(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
    }

    public override void CastTranslucent(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        var interval = RayInterval.Of(rays, Scene.Cut, view.Block.Nearest);
        interval.EndAt(pixels.Depth, view.Block);
        if (Lanes.None(interval.Hit))
            return;
        Cast<Drawn>(view, rays, interval, out var color, out _);
        PacketBlend.Over(ref pixels, color, Scene.Blending);
    }

    public override void CastPick(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        var interval = RayInterval.Of(rays, Scene.Cut, view.Block.Nearest);
        if (Lanes.None(interval.Hit))
            return;
        Cast<Picked>(view, rays, interval, out var color, out var depth);
        var seen = Vector256.GreaterThan(color.Alpha, Vector256<float>.Zero);
        pixels.Depth = Vector256.ConditionalSelect(seen, Vector256.Min(pixels.Depth, view.StoredDepth(depth)), pixels.Depth);
    }

    // Not inlined: each combination is a method of its own, with the registers to itself.
    private void Cast<TPurpose>(in RayView view, in RayPacket rays, in RayInterval interval, out PacketColor color, out Vector256<float> depth)
        where TPurpose : struct, IPurpose
    {
        if (Scene.Mode == ImageRenderMode.Translucent)
        {
            if (Scene.Interpolate)
                Translucent<TPurpose, Interpolated>(rays, interval, out color, out depth);
            else
                Translucent<TPurpose, Voxelwise>(rays, interval, out color, out depth);
        }
        else if (Scene.Interpolate)
            Maximum<TPurpose, Interpolated>(rays, interval, out color, out depth);
        else
            Maximum<TPurpose, Voxelwise>(rays, interval, out color, out depth);
    }

    private void Translucent<TPurpose, TReading>(in RayPacket rays, in RayInterval interval, out PacketColor color, out Vector256<float> depth)
        where TPurpose : struct, IPurpose
        where TReading : struct, IReading
    {
        var step = Vector256.Create(Scene.Step) * rays.InverseLength;
        var first = interval.First + (step * StartShift(rays));
        var count = Vector256.ConvertToInt32Native(Vector256.Ceiling((interval.Last - first) / step)) & interval.Hit;
        var walk = new PacketWalk(rays, first, step, count, Scene, _store.FractionBits);
        var all = walk.Left;
        var (sampler, empty) = (_sampler, Scene.Empty);
        var transfer = _transfer;
        var perStep = empty is null ? default : walk.Scale;
        var scale = Vector256.Create(Scene.LevelScale * TSampler.Scale * (TransferLookup.Length - 1));
        var shift = Vector256.Create((((Scene.LevelScale * TSampler.Shift) + Scene.LevelShift) * (TransferLookup.Length - 1)) + 0.5f);
        var most = Vector256.Create(TransferLookup.Length - 1);
        var (firstVisible, lastVisible) = (Vector256.Create(Scene.Transfer.FirstVisible), Vector256.Create(Scene.Transfer.LastVisible));
        var enough = Vector256.Create(0.99f * TransferLookup.Unit);
        var (red, green, blue, alpha) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (largest, where) = (Vector256<float>.Zero, Vector256<int>.Zero);
        while (true)
        {
            var active = Vector256.GreaterThan(walk.Left, Vector256<int>.Zero) & Vector256.LessThanOrEqual(alpha, enough).AsInt32();
            if (Lanes.None(active))
                break;
            if (empty is not null)
            {
                var distance = empty.DistanceAt(walk.X, walk.Y, walk.Z);
                var isEmpty = Vector256.GreaterThan(distance, Vector256<int>.Zero) & active;
                if (!Lanes.None(isEmpty))
                {
                    walk.Advance(empty.Leap(distance, walk.X, walk.Y, walk.Z, perStep) & isEmpty);
                    if (isEmpty == active)
                        continue;
                }
            }
            for (var i = 0; i < Run; i++)
            {
                var value = TReading.Read(sampler, walk.X, walk.Y, walk.Z);
                var index = Vector256.ConvertToInt32Native((value * scale) + shift);
                index = Vector256.Min(Vector256.Max(index, Vector256<int>.Zero), most);
                var seen = Vector256.GreaterThanOrEqual(index, firstVisible) & Vector256.LessThanOrEqual(index, lastVisible)
                    & Vector256.GreaterThan(walk.Left, Vector256<int>.Zero) & Vector256.LessThanOrEqual(alpha, enough).AsInt32();
                if (!Lanes.None(seen))
                {
                    TransferLookup.Read(transfer, index, out var hereRed, out var hereGreen, out var hereBlue, out var hereAlpha);
                    var through = (Vector256<float>.One - (alpha * Vector256.Create(1 / TransferLookup.Unit))) & seen.AsSingle();
                    red += hereRed * through;
                    green += hereGreen * through;
                    blue += hereBlue * through;
                    var added = hereAlpha * through;
                    alpha += added;
                    if (TPurpose.WantsDepth)
                    {
                        var isMore = Vector256.GreaterThan(added, largest);
                        where = Vector256.ConditionalSelect(isMore.AsInt32(), all - walk.Left, where);
                        largest = Vector256.Max(largest, added);
                    }
                }
                walk.Advance();
            }
        }
        var isSeen = Vector256.GreaterThanOrEqual(alpha, Vector256.Create(0.004f * TransferLookup.Unit));
        var unit = Vector256.Create(Scene.Opacity / TransferLookup.Unit) & isSeen;
        color = new PacketColor(red * unit, green * unit, blue * unit, alpha * unit);
        depth = first + (Vector256.ConvertToSingle(where) * step);
    }

    private void Maximum<TPurpose, TReading>(in RayPacket rays, in RayInterval interval, out PacketColor color, out Vector256<float> depth)
        where TPurpose : struct, IPurpose
        where TReading : struct, IReading
    {
        var step = Vector256.Create(Scene.Step) * rays.InverseLength;
        var length = interval.Last - interval.First;
        var count = (Vector256.ConvertToInt32Native(length / step) + Vector256<int>.One) & interval.Hit;
        // The steps are stretched or shrunk a little to end at the far wall: the outermost voxels count as the others.
        step = length / Vector256.ConvertToSingle(Vector256.Max(count, Vector256<int>.One));
        var first = interval.First + (step * Vector256.Create(0.5f));
        var walk = new PacketWalk(rays, first, step, count, Scene, _store.FractionBits);
        var all = walk.Left;
        var sampler = _sampler;
        var (largest, where) = (Vector256.Create(float.MinValue), Vector256<int>.Zero);
        while (true)
        {
            if (Lanes.None(Vector256.GreaterThan(walk.Left, Vector256<int>.Zero)))
                break;
            for (var i = 0; i < Run; i++)
            {
                var active = Vector256.GreaterThan(walk.Left, Vector256<int>.Zero);
                var value = TReading.Read(sampler, walk.X, walk.Y, walk.Z);
                value = Vector256.ConditionalSelect(active.AsSingle(), value, largest);
                if (TPurpose.WantsDepth)
                    where = Vector256.ConditionalSelect(Vector256.GreaterThan(value, largest).AsInt32(), all - walk.Left, where);
                largest = Vector256.Max(largest, value);
                walk.Advance();
            }
        }
        Finish(largest, interval.Hit, out color);
        depth = first + (Vector256.ConvertToSingle(where) * step);
    }

    // The colour of the one value that a ray shows.
    private void Finish(Vector256<float> value, Vector256<int> hit, out PacketColor color)
    {
        var place = (value * Vector256.Create(Scene.LevelScale * TSampler.Scale)) + Vector256.Create((Scene.LevelScale * TSampler.Shift) + Scene.LevelShift);
        place = Vector256.Min(Vector256.Max(place, Vector256<float>.Zero), Vector256<float>.One);
        var index = Vector256.ConvertToInt32Native((place * Vector256.Create(TransferLookup.Length - 1f)) + Vector256.Create(0.5f));
        TransferLookup.Read(_transfer, index, out var red, out var green, out var blue, out _);
        // The darkest values let through what lies behind, so that empty space is no dark block: smoothstep from 0 to 0.15.
        var ramp = Vector256.Min(place * Vector256.Create(1 / 0.15f), Vector256<float>.One);
        var alpha = Vector256.Create(Scene.Opacity) * ramp * ramp * (Vector256.Create(3f) - (ramp + ramp));
        alpha &= Vector256.GreaterThanOrEqual(alpha, Vector256.Create(0.004f)) & hit.AsSingle();
        var unit = alpha * Vector256.Create(1 / TransferLookup.Unit);
        color = new PacketColor(red * unit, green * unit, blue * unit, alpha);
    }

    // Shifts the samples of neighbouring pixels against each other, so that steps do not show as rings; see image.glsl.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> StartShift(in RayPacket rays)
    {
        var (x, y) = (Vector256.Floor(rays.PixelX), Vector256.Floor(rays.PixelY));
        var inner = (x * Vector256.Create(0.06711056f)) + (y * Vector256.Create(0.00583715f));
        inner = (inner - Vector256.Floor(inner)) * Vector256.Create(52.9829189f);
        return inner - Vector256.Floor(inner);
    }

    private interface IPurpose
    {
        static abstract bool WantsDepth { get; }
    }

    private interface IReading
    {
        static abstract Vector256<float> Read(in TSampler sampler, Vector256<int> x, Vector256<int> y, Vector256<int> z);
    }

    private readonly struct Drawn : IPurpose
    {
        public static bool WantsDepth => false;
    }

    private readonly struct Picked : IPurpose
    {
        public static bool WantsDepth => true;
    }

    private readonly struct Interpolated : IReading
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Read(in TSampler sampler, Vector256<int> x, Vector256<int> y, Vector256<int> z) => sampler.Linear(x, y, z);
    }

    private readonly struct Voxelwise : IReading
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Read(in TSampler sampler, Vector256<int> x, Vector256<int> y, Vector256<int> z) => sampler.Nearest(x, y, z);
    }
}
