using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <content>Two packets at a time, where the processor has instructions for sixteen numbers. Each ray does the same as in a packet alone.</content>
internal sealed unsafe partial class ImageCaster<TReader>
{
    protected override bool CastOpaque(in RayView view, in RayPacket first, in RayPacket second, out PacketColor firstSeen, out PacketColor secondSeen)
    {
        (firstSeen, secondSeen) = (default, default);
        if (!WideLanes.IsSupported)
            return false;
        var firstInterval = RayInterval.Of(first, Scene.Cut, Scene.Extent, view.Block.Nearest);
        var secondInterval = RayInterval.Of(second, Scene.Cut, Scene.Extent, view.Block.Nearest);
        if (Lanes.None(firstInterval.Hit | secondInterval.Hit))
            return true;
        Surfaces(view, first, second, firstInterval, secondInterval, out firstSeen, out secondSeen);
        PacketBlend.Prepare(ref firstSeen, Blending, Vector256.Create(Scene.Opacity));
        PacketBlend.Prepare(ref secondSeen, Blending, Vector256.Create(Scene.Opacity));
        return true;
    }

    protected override bool CastTranslucent(in RayView view, in RayPacket first, in RayPacket second, Vector256<float> firstLimit, Vector256<float> secondLimit,
        out PacketColor firstSeen, out PacketColor secondSeen)
    {
        (firstSeen, secondSeen) = (default, default);
        if (!WideLanes.IsSupported || Scene.Mode is not (ImageRenderMode.Translucent or ImageRenderMode.Additive or ImageRenderMode.Isosurface))
            return false;
        var firstInterval = RayInterval.Of(first, Scene.Cut, Scene.Extent, view.Block.Nearest);
        var secondInterval = RayInterval.Of(second, Scene.Cut, Scene.Extent, view.Block.Nearest);
        firstInterval.EndAt(firstLimit, view.Block);
        secondInterval.EndAt(secondLimit, view.Block);
        if (Lanes.None(firstInterval.Hit | secondInterval.Hit))
            return true;
        if (Scene.Mode == ImageRenderMode.Isosurface)
            Surfaces(view, first, second, firstInterval, secondInterval, out firstSeen, out secondSeen);
        else
            Composites(view, first, second, firstInterval, secondInterval, out firstSeen, out secondSeen);
        Prepare(ref firstSeen, Blending);
        Prepare(ref secondSeen, Blending);
        return true;
    }

    private void Composites(in RayView view, in RayPacket first, in RayPacket second, in RayInterval firstInterval, in RayInterval secondInterval,
        out PacketColor firstSeen, out PacketColor secondSeen)
    {
        var firstWalk = Begin(view, first, firstInterval, out _, out _, out var firstStretch);
        var secondWalk = Begin(view, second, secondInterval, out _, out _, out var secondStretch);
        Composite(new WideWalk(firstWalk, secondWalk), firstWalk.Scale, secondWalk.Scale, out var red, out var green, out var blue, out var alpha);
        firstSeen = Sum(firstInterval, red.GetLower(), green.GetLower(), blue.GetLower(), alpha.GetLower(), firstStretch, Blending);
        secondSeen = Sum(secondInterval, red.GetUpper(), green.GetUpper(), blue.GetUpper(), alpha.GetUpper(), secondStretch, Blending);
    }

    private void Surfaces(in RayView view, in RayPacket first, in RayPacket second, in RayInterval firstInterval, in RayInterval secondInterval,
        out PacketColor firstSeen, out PacketColor secondSeen)
    {
        var firstWalk = BeginSearch(first, firstInterval, out var firstStep);
        var secondWalk = BeginSearch(second, secondInterval, out var secondStep);
        var met = Search(new WideWalk(firstWalk, secondWalk), firstWalk.Scale, secondWalk.Scale, out var found);
        met.Split(out var firstMet, out var secondMet);
        EndSearch(view, first, firstInterval, firstMet, found.GetLower(), firstWalk.Left, firstStep, out firstSeen);
        EndSearch(view, second, secondInterval, secondMet, found.GetUpper(), secondWalk.Left, secondStep, out secondSeen);
    }

    // As Surface for a packet: where the first samples are that are not below the isovalue.
    private WideWalk Search(WideWalk walk, in LeapScale firstPerStep, in LeapScale secondPerStep, out Vector512<int> found)
    {
        var (reader, empty) = (_reader, Scene.Empty);
        var isovalue = Vector512.Create(StoredIsovalue);
        var ahead = walk.Ahead;
        var met = walk;
        found = Vector512<int>.Zero;
        while (true)
        {
            var active = Vector512.AndNot(Vector512.GreaterThan(walk.Left, Vector512<int>.Zero), found);
            if (WideLanes.None(active))
                return met;
            if (empty is not null && walk.Leap(empty, active, firstPerStep, secondPerStep))
                continue;
            for (var i = 0; i < Run; i++)
            {
                reader.Prefetch(walk.Corners + ahead);
                var meets = Vector512.GreaterThanOrEqual(reader.Read(walk.X, walk.Y, walk.Z), isovalue).AsInt32() & Vector512.GreaterThan(walk.Left, Vector512<int>.Zero);
                meets = Vector512.AndNot(meets, found);
                if (!WideLanes.None(meets))
                {
                    met.X = Vector512.ConditionalSelect(meets, walk.X, met.X);
                    met.Y = Vector512.ConditionalSelect(meets, walk.Y, met.Y);
                    met.Z = Vector512.ConditionalSelect(meets, walk.Z, met.Z);
                    met.Left = Vector512.ConditionalSelect(meets, walk.Left, met.Left);
                    found |= meets;
                }
                walk.Advance();
            }
        }
    }

    // As Composite for a packet.
    private void Composite(WideWalk walk, in LeapScale firstPerStep, in LeapScale secondPerStep, out Vector512<float> red, out Vector512<float> green, out Vector512<float> blue, out Vector512<float> alpha)
    {
        var isSum = Scene.Mode == ImageRenderMode.Additive;
        var (reader, empty) = (_reader, Scene.Empty);
        var transfer = _transfer;
        var scale = Vector512.Create(Scene.LevelScale * TReader.Scale * (TransferLookup.Length - 1));
        var shift = Vector512.Create((((Scene.LevelScale * TReader.Shift) + Scene.LevelShift) * (TransferLookup.Length - 1)) + 0.5f);
        var most = Vector512.Create(TransferLookup.Length - 1);
        var (firstVisible, lastVisible) = (Vector512.Create(Scene.Transfer.FirstVisible), Vector512.Create(Scene.Transfer.LastVisible));
        var enough = Vector512.Create(isSum ? float.MaxValue : 0.99f * TransferLookup.Unit);
        var hides = Vector512.Create(isSum ? 0 : 1 / TransferLookup.Unit);
        var ahead = walk.Ahead;
        var (sumRed, sumGreen, sumBlue, sumAlpha) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        while (true)
        {
            var active = Vector512.GreaterThan(walk.Left, Vector512<int>.Zero) & Vector512.LessThanOrEqual(sumAlpha, enough).AsInt32();
            if (WideLanes.None(active))
                break;
            if (empty is not null && walk.Leap(empty, active, firstPerStep, secondPerStep))
                continue;
            for (var i = 0; i < Run; i++)
            {
                reader.Prefetch(walk.Corners + ahead);
                var value = reader.Read(walk.X, walk.Y, walk.Z);
                var index = Vector512.ConvertToInt32Native((value * scale) + shift);
                index = Vector512.MinNative(Vector512.MaxNative(index, Vector512<int>.Zero), most);
                var isSeen = Vector512.GreaterThanOrEqual(index, firstVisible) & Vector512.LessThanOrEqual(index, lastVisible)
                    & Vector512.GreaterThan(walk.Left, Vector512<int>.Zero) & Vector512.LessThanOrEqual(sumAlpha, enough).AsInt32();
                if (!WideLanes.None(isSeen))
                {
                    TransferLookup.Read(transfer, index, out var hereRed, out var hereGreen, out var hereBlue, out var hereAlpha);
                    var through = (Vector512<float>.One - (sumAlpha * hides)) & isSeen.AsSingle();
                    sumRed += hereRed * through;
                    sumGreen += hereGreen * through;
                    sumBlue += hereBlue * through;
                    sumAlpha += hereAlpha * through;
                }
                walk.Advance();
            }
        }
        (red, green, blue, alpha) = (sumRed, sumGreen, sumBlue, sumAlpha);
    }
}
