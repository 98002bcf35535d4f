using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <content>An image with the films of a labels layer in it.</content>
internal sealed unsafe partial class ImageCaster<TReader>
{
    public override void CastWithFilms(in RayView view, in RayPacket rays, Vector256<float> limit, ReadOnlySpan<PacketFilm> films, out PacketColor seen)
    {
        var interval = RayInterval.Of(rays, Scene.Cut, Scene.Extent, view.Block.Nearest);
        interval.EndAt(limit, view.Block);
        var walk = Begin(view, rays, interval, out var first, out var step, out _);
        var count = walk.Left;
        var queue = new FilmQueue(films, first, step);
        var (reader, empty) = (_reader, Scene.Empty);
        var perStep = empty is null ? default : walk.Scale;
        var scale = Vector256.Create(Scene.LevelScale * TReader.Scale * (TransferLookup.Length - 1));
        var shift = Vector256.Create((((Scene.LevelScale * TReader.Shift) + Scene.LevelShift) * (TransferLookup.Length - 1)) + 0.5f);
        var most = Vector256.Create(TransferLookup.Length - 1);
        var (firstVisible, lastVisible) = (Vector256.Create(Scene.Transfer.FirstVisible), Vector256.Create(Scene.Transfer.LastVisible));
        var enough = Vector256.Create(0.99f * TransferLookup.Unit);
        var one = Vector256<float>.One;
        var (unit, perUnit) = (Vector256.Create(1 / TransferLookup.Unit), Vector256.Create(Scene.Opacity / TransferLookup.Unit));
        // The opacity of the image so far is without that of its layer.
        var (red, green, blue, image) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var ahead = walk.Ahead;
        while (true)
        {
            var active = Vector256.GreaterThan(walk.Left, Vector256<int>.Zero) & Vector256.LessThanOrEqual(image, enough).AsInt32();
            if (Lanes.None(active))
                break;
            // A leap over a film changes nothing: before the next sample that is seen it is taken.
            if (empty is not null && Leap(empty, active, perStep, ref walk))
                continue;
            for (var i = 0; i < Run; i++)
            {
                reader.Prefetch(walk.Corners + ahead);
                var goesOn = Vector256.GreaterThan(walk.Left, Vector256<int>.Zero) & Vector256.LessThanOrEqual(image, enough).AsInt32();
                for (var due = queue.DueAt(count - walk.Left) & goesOn; !Lanes.None(due); due = queue.DueAt(count - walk.Left) & goesOn)
                    queue.Take(due, one - (image * perUnit));
                var index = Vector256.ConvertToInt32Native((reader.Read(walk.X, walk.Y, walk.Z) * scale) + shift);
                index = Vector256.MinNative(Vector256.MaxNative(index, Vector256<int>.Zero), most);
                var isSeen = Vector256.GreaterThanOrEqual(index, firstVisible) & Vector256.LessThanOrEqual(index, lastVisible) & goesOn;
                if (!Lanes.None(isSeen))
                {
                    TransferLookup.Read(_transfer, index, out var hereRed, out var hereGreen, out var hereBlue, out var hereAlpha);
                    var share = (one - (image * unit)) & isSeen.AsSingle();
                    var weight = share * queue.Through;
                    red += hereRed * weight;
                    green += hereGreen * weight;
                    blue += hereBlue * weight;
                    image += hereAlpha * share;
                }
                walk.Advance();
            }
        }
        for (var left = queue.HasNext; !Lanes.None(left); left = queue.HasNext)
            queue.Take(left, one - (image * perUnit));
        var alpha = one - (queue.Through * (one - (image * perUnit)));
        seen = new PacketColor
        {
            Color = (new Packet3(red, green, blue) * perUnit) + queue.Color,
            Alpha = alpha,
            Hit = Vector256.GreaterThanOrEqual(alpha, Vector256.Create(0.004f)).AsInt32(),
        };
    }
}
