using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <content>What shading looks up around a surface.</content>
internal sealed partial class ImageCaster<TReader>
{
    /// <summary>The values at any places, in voxels; beyond the outermost centres they go on.</summary>
    private readonly struct Field(ImageCaster<TReader> caster) : IPacketSolid
    {
        public Vector256<float> ValueAt(in Packet3 place)
        {
            var size = caster.Scene.Size;
            return (caster._reader.Read(Fixed(place.X, size.X), Fixed(place.Y, size.Y), Fixed(place.Z, size.Z)) * Vector256.Create(TReader.Scale)) + Vector256.Create(TReader.Shift);
        }

        // The surface lies where a place is half solid; an eighth of the contrast limits leads from free to solid.
        public Vector256<float> SolidAt(in Packet3 place)
        {
            var scene = caster.Scene;
            var solid = ((ValueAt(place) - Vector256.Create(scene.Isovalue)) * Vector256.Create(scene.LevelScale * 8)) + Vector256.Create(0.5f);
            solid = Vector256.MinNative(Vector256.MaxNative(solid, Vector256<float>.Zero), Vector256<float>.One);
            return Vector256.AndNot(solid, PacketOcclusion.IsCutAway(scene.Cut, place * Packet3.Of(scene.Voxel)));
        }

        private Vector256<int> Fixed(Vector256<float> place, float size)
        {
            var inside = Vector256.MinNative(Vector256.MaxNative(place, Vector256.Create(0.5f)), Vector256.Create(size - 0.5f));
            return Vector256.ConvertToInt32Native((inside + Vector256.Create(0.5f)) * Vector256.Create((float)(1 << caster._fractionBits)));
        }
    }
}
