using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Reads values from a part that there is finer, where a place lies in it, and elsewhere from the whole.</summary>
/// <typeparam name="TReader">Reads either.</typeparam>
internal readonly struct PartReader<TReader> : IVoxelReader
    where TReader : struct, IVoxelReader
{
    private readonly TReader _whole, _fine;
    private readonly Vector256<int> _lowX, _lowY, _lowZ;
    private readonly Vector256<uint> _lengthX, _lengthY, _lengthZ;
    private readonly Vector256<float> _perX, _perY, _perZ, _half;

    /// <param name="whole">Reads the whole.</param>
    /// <param name="fine">Reads the part.</param>
    /// <param name="part">Where it lies.</param>
    /// <param name="fractionBits">Of positions in the whole.</param>
    public PartReader(TReader whole, TReader fine, ImagePart part, int fractionBits)
    {
        (_whole, _fine) = (whole, fine);
        double unit = 1 << fractionBits;
        // Positions are half a voxel more than places, in either.
        (_lowX, _lowY, _lowZ) = (Vector256.Create((int)((part.Low.X + 0.5) * unit)), Vector256.Create((int)((part.Low.Y + 0.5) * unit)), Vector256.Create((int)((part.Low.Z + 0.5) * unit)));
        var length = part.High - part.Low;
        (_lengthX, _lengthY, _lengthZ) = (Vector256.Create((uint)(length.X * unit)), Vector256.Create((uint)(length.Y * unit)), Vector256.Create((uint)(length.Z * unit)));
        var fineUnit = (float)(1 << part.Store.FractionBits);
        var per = fineUnit / (float)unit;
        (_perX, _perY, _perZ) = (Vector256.Create(per / part.Voxel.X), Vector256.Create(per / part.Voxel.Y), Vector256.Create(per / part.Voxel.Z));
        _half = Vector256.Create(0.5f * fineUnit);
    }

    public static float Scale => TReader.Scale;

    public static float Shift => TReader.Shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Read(Vector256<int> x, Vector256<int> y, Vector256<int> z)
    {
        var (asideX, asideY, asideZ) = (x - _lowX, y - _lowY, z - _lowZ);
        var isWithin = Vector256.LessThanOrEqual(asideX.AsUInt32(), _lengthX) & Vector256.LessThanOrEqual(asideY.AsUInt32(), _lengthY) & Vector256.LessThanOrEqual(asideZ.AsUInt32(), _lengthZ);
        var within = isWithin.AsInt32();
        if (Lanes.None(within))
            return _whole.Read(x, y, z);
        var fine = _fine.Read(Place(asideX & within, _perX), Place(asideY & within, _perY), Place(asideZ & within, _perZ));
        return Lanes.All(within) ? fine : Vector256.ConditionalSelect(within.AsSingle(), fine, _whole.Read(x, y, z));
    }

    // Rays part ways at the border of the part, so that halves that lie in one of the two are common.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Read(Vector512<int> x, Vector512<int> y, Vector512<int> z) =>
        Vector512.Create(Read(x.GetLower(), y.GetLower(), z.GetLower()), Read(x.GetUpper(), y.GetUpper(), z.GetUpper()));

    // Which of the two will be read is not known yet: that of the whole, which costs nothing where it is not.
    public void Prefetch(in CornerPlaces places) => _whole.Prefetch(places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Place(Vector256<int> aside, Vector256<float> per) => Vector256.ConvertToInt32Native((Vector256.ConvertToSingle(aside) * per) + _half);
}
