using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Places of the four outermost rays of a packet, between which the others lie; see <see cref="IPacketSampler"/>.</summary>
internal readonly record struct CornerPlaces(Vector128<int> X, Vector128<int> Y, Vector128<int> Z)
{
    /// <summary>So many steps before it is read, memory is fetched: it takes about as long to come.</summary>
    public const int Ahead = 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CornerPlaces operator +(in CornerPlaces places, in CornerPlaces advance) => new(places.X + advance.X, places.Y + advance.Y, places.Z + advance.Z);

    /// <summary>As <see cref="Lanes.PlaceOf"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> InStore(int fractionBits, int row, int slice, uint last)
    {
        var place = ((Z >> fractionBits) * slice) + ((Y >> fractionBits) * row) + (X >> fractionBits);
        return Vector128.MinNative(place.AsUInt32(), Vector128.Create(last)).AsInt32();
    }
}
