using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <content>Two packets at a time, where the processor has instructions for sixteen numbers. Each ray does the same as in a packet alone.</content>
internal sealed unsafe partial class ImageCaster<TReader>
{
    // So many steps before it is read, memory is fetched: it takes about as long to come.
    private const int Ahead = 12;

    protected override bool CastTranslucent(in RayView view, in RayPacket first, in RayPacket second, Vector256<float> firstLimit, Vector256<float> secondLimit,
        out PacketColor firstSeen, out PacketColor secondSeen)
    {
        (firstSeen, secondSeen) = (default, default);
        if (!WideLanes.IsSupported || Scene.Mode is not (ImageRenderMode.Translucent or ImageRenderMode.Additive))
            return false;
        var firstInterval = RayInterval.Of(first, Scene.Cut, Scene.Extent, view.Block.Nearest);
        var secondInterval = RayInterval.Of(second, Scene.Cut, Scene.Extent, view.Block.Nearest);
        firstInterval.EndAt(firstLimit, view.Block);
        secondInterval.EndAt(secondLimit, view.Block);
        if (Lanes.None(firstInterval.Hit | secondInterval.Hit))
            return true;
        var firstWalk = Begin(view, first, firstInterval, out _, out _, out var firstStretch);
        var secondWalk = Begin(view, second, secondInterval, out _, out _, out var secondStretch);
        Composite(new WideWalk(firstWalk, secondWalk), firstWalk.Scale, secondWalk.Scale, out var red, out var green, out var blue, out var alpha);
        firstSeen = Sum(firstInterval, red.GetLower(), green.GetLower(), blue.GetLower(), alpha.GetLower(), firstStretch, Blending);
        secondSeen = Sum(secondInterval, red.GetUpper(), green.GetUpper(), blue.GetUpper(), alpha.GetUpper(), secondStretch, Blending);
        Prepare(ref firstSeen, Blending);
        Prepare(ref secondSeen, Blending);
        return true;
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
        var (aheadX, aheadY, aheadZ) = (walk.StepX * Ahead, walk.StepY * Ahead, walk.StepZ * Ahead);
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
                reader.Prefetch(walk.X + aheadX, walk.Y + aheadY, walk.Z + aheadZ);
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
