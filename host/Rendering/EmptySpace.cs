using System.Collections.Immutable;
using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A texture that tells rays through an image how far there is nothing to see; made again when what is seen changes.</summary>
internal sealed class EmptySpace : IDisposable
{
    // Where less is empty, the look-ups cost more than they save.
    private const double LeastShare = 0.3;

    // A grid of fewer blocks is measured in some milliseconds, while the view waits.
    private const int FewBlocks = 100_000;

    private readonly GL _gl;
    private readonly GridRanges _ranges;
    private Key? _made;
    private Task<(Key For, byte[] Distances, double EmptyShare)>? _making;
    private int _version;
    private bool _pays;
    private uint _texture;

    public EmptySpace(GL gl, GridRanges ranges) => (_gl, _ranges) = (gl, ranges);

    /// <summary>Tells that the ranges grew.</summary>
    public void Invalidate() => _version++;

    /// <summary>Lets a texture unit read the distances, if skipping pays for what the layer shows.</summary>
    /// <param name="layer">The image.</param>
    /// <param name="encode">What a texel holds where the image has a value.</param>
    /// <param name="unit">The texture unit.</param>
    /// <returns>Whether rays should skip.</returns>
    public bool Bind(ImageLayer layer, Func<float, float> encode, int unit)
    {
        // A minimum and a mean need every voxel.
        if (layer.RenderMode is ImageRenderMode.MinimumIntensity or ImageRenderMode.Average)
            return false;
        var isSurface = layer.RenderMode == ImageRenderMode.Isosurface;
        var (low, high) = isSurface ? (encode(layer.Isovalue), encode(layer.Isovalue)) : (encode(layer.ContrastLimits.Low), encode(layer.ContrastLimits.High));
        var hasCurve = layer.RenderMode is ImageRenderMode.Translucent or ImageRenderMode.Additive;
        var wanted = new Key(layer.RenderMode, low, high, hasCurve ? layer.OpacityCurve : [], hasCurve ? layer.Gamma : 1, _version);
        if (_made != wanted)
            Make(wanted, isSurface ? Surface(low) : hasCurve ? Curve(wanted) : Above(low));
        // Until the grid is there, rays go step by step: the picture is the same.
        if (_made != wanted || !_pays)
            return false;
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture3D, _texture);
        return true;
    }

    public void Dispose()
    {
        if (_texture != 0)
            _gl.DeleteTexture(_texture);
        _texture = 0;
    }

    private Func<int, bool> Surface(float isovalue) => block => _ranges.Most[block] >= isovalue;

    private Func<int, bool> Above(float low) => block => _ranges.Most[block] > low;

    // Whether any value of the block has an opacity: counted over the entries of the transfer table, of which interpolation mixes in a neighbour.
    private Func<int, bool> Curve(Key key)
    {
        var before = new int[TransferTable.Length + 1];
        for (var i = 0; i < TransferTable.Length; i++)
            before[i + 1] = before[i] + (TransferTable.OpacityAt(key.Curve, MathF.Pow(i / (TransferTable.Length - 1f), key.Gamma)) > 0 ? 1 : 0);
        return block =>
        {
            float Entry(float value) => Math.Clamp((value - key.Low) / (key.High - key.Low), 0, 1) * (TransferTable.Length - 1);
            var first = Math.Max(0, (int)MathF.Floor(Entry(_ranges.Least[block])) - 1);
            var last = Math.Min(TransferTable.Length - 1, (int)MathF.Ceiling(Entry(_ranges.Most[block])) + 1);
            return before[last + 1] > before[first];
        };
    }

    private void Make(Key wanted, Func<int, bool> isSeen)
    {
        if (_ranges.Blocks.VoxelCount <= FewBlocks)
        {
            Take(wanted, EmptyBlocks.Measure(_ranges.Blocks, isSeen));
            return;
        }
        if (_making is { IsCompletedSuccessfully: true } made)
            Take(made.Result.For, (made.Result.Distances, made.Result.EmptyShare));
        if (_making is { IsCompleted: false } || _made == wanted)
            return;
        _making = Task.Run(() =>
        {
            var (distances, share) = EmptyBlocks.Measure(_ranges.Blocks, isSeen);
            return (wanted, distances, share);
        });
    }

    private void Take(Key key, (byte[] Distances, double EmptyShare) grid)
    {
        _made = key;
        _pays = grid.EmptyShare >= LeastShare;
        if (_pays)
            Upload(grid.Distances);
    }

    private unsafe void Upload(byte[] distances)
    {
        if (_texture == 0)
            _texture = _gl.GenTexture();
        var blocks = _ranges.Blocks;
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture3D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = distances)
        {
            _gl.TexImage3D(TextureTarget.Texture3D, 0, InternalFormat.R8, (uint)blocks.Width, (uint)blocks.Height, (uint)blocks.Depth, 0,
                PixelFormat.Red, PixelType.UnsignedByte, pixels);
        }
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureMagFilter, (int)TextureMinFilter.Nearest);
        GlCheck.After(_gl, "Uploading the grid of empty blocks");
    }

    // What the grid depends on.
    private sealed record Key(ImageRenderMode Mode, float Low, float High, ImmutableArray<OpacityPoint> Curve, float Gamma, int Version);
}
