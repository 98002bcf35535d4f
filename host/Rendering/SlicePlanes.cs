using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The slices of a layer at full resolution, one for each axis, and when slice views take their voxels from these instead of the 3-D texture.</summary>
internal sealed class SlicePlanes : IDisposable
{
    private readonly Layer _layer;
    private readonly Func<Axis, bool> _canRead;
    private readonly bool _isThick;
    private readonly Dictionary<Axis, PlaneTexture> _planes;

    /// <param name="gl">The context.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="format">What a voxel is stored as.</param>
    /// <param name="isThick">Whether the layer heeds slabs.</param>
    /// <param name="canRead">Whether slices across an axis can be read without reading the whole volume.</param>
    /// <param name="read">Reads a slice; called on a thread of the pool.</param>
    /// <param name="readPart">See <see cref="PlaneTexture"/>.</param>
    public SlicePlanes(GL gl, Layer layer, TexelFormat format, bool isThick, Func<Axis, bool> canRead, Func<PlaneKey, byte[]> read, Func<PlaneKey, TexelRect, byte[]>? readPart = null)
    {
        (_layer, _isThick, _canRead) = (layer, isThick, canRead);
        _planes = new[] { Axis.Z, Axis.Y, Axis.X }.ToDictionary(axis => axis, _ => new PlaneTexture(gl, format, layer.Shape, read, readPart));
    }

    /// <summary>Gets the slice that a view needs, if it needs one.</summary>
    /// <param name="pass">The view.</param>
    /// <param name="isReduced">Whether the 3-D texture is coarser than the volume.</param>
    /// <param name="isComplete">Whether it is there.</param>
    /// <param name="budget">How long it may take.</param>
    /// <returns>Whether the view can be drawn as well as it ever can.</returns>
    public bool Prepare(SlicePass pass, bool isReduced, bool isComplete, TimeSpan budget) =>
        KeyOf(pass) is not { } key ? isComplete || IsBeside(pass) : (isComplete && !isReduced && !IsOnlyInPlane(key) && _planes[key.Axis].Shown != key) || _planes[key.Axis].Prepare(key, budget);

    /// <summary>The slice that a view shows: when it is the right one, or an earlier one and there is nothing better yet. Null for the 3-D texture.</summary>
    public Axis? ShownIn(SlicePass pass, bool isComplete) =>
        KeyOf(pass) is { } key && _planes[key.Axis].Shown is { } shown && (shown == key || !isComplete) ? key.Axis : null;

    /// <summary>What the slice across an axis is stored as; null for the 3-D texture.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="format">Of single voxels.</param>
    public TexelFormat FormatOf(Axis? axis, TexelFormat format) => axis is { } across && _planes[across].Shown is { } shown ? shown.FormatOf(format) : format;

    /// <summary>Lets a texture unit read the slice across an axis.</summary>
    public void Bind(Axis? axis, int unit, bool linear) => _planes[axis ?? Axis.Z].Bind(unit, linear);

    /// <summary>Takes up that voxels within a box have changed.</summary>
    public void Invalidate(VoxelBox box)
    {
        foreach (var plane in _planes.Values)
            plane.Invalidate(box);
    }

    public void Dispose()
    {
        foreach (var plane in _planes.Values)
            plane.Dispose();
    }

    // A slice that does not meet the layer needs nothing of it.
    private bool IsBeside(SlicePass pass) => pass.Camera.Across is { } axis && _canRead(axis);

    // Counting labels is nothing for a shader, where it need not be.
    private bool IsOnlyInPlane(PlaneKey key) => key.Count > 1 && _layer is LabelsLayer;

    private PlaneKey? KeyOf(SlicePass pass)
    {
        if (pass.Camera.Across is not { } axis || !_canRead(axis))
            return null;
        var (first, count) = pass.VoxelsAcross(_layer, axis, _isThick && pass.IsThick(_layer));
        // Without a slab there is nothing to project: the key is the same whatever the last projection was.
        return count < 1 ? null : new PlaneKey(axis, first, count, count > 1 && _layer is ImageLayer && pass.Slab is { } slab ? slab.Projection : default);
    }
}
