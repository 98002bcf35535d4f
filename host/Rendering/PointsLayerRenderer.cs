using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws a points layer: lit balls in 3-D, in slices the discs in which they are cut; or flat signs in their place.</summary>
internal sealed class PointsLayerRenderer : ILayerRenderer
{
    private const int Corners = 6;

    private readonly SceneResources _scene;
    private readonly PointsLayer _layer;
    private readonly VertexBuffers _balls;
    private readonly VertexBuffers _discs;
    private readonly UniformBuffer<MeshBlock> _block;
    private readonly UniformBuffer<SheetBlock> _sheet;
    private bool _isFilled;
    private bool _disposed;

    public PointsLayerRenderer(SceneResources scene, PointsLayer layer)
    {
        (_scene, _layer) = (scene, layer);
        (_balls, _discs) = (new VertexBuffers(scene.Gl, 2), new VertexBuffers(scene.Gl, 2));
        (_block, _sheet) = (new UniformBuffer<MeshBlock>(scene.Gl), new UniformBuffer<SheetBlock>(scene.Gl));
        layer.Changed += OnChanged;
    }

    public double Progress => 1;

    public IReadOnlyList<string> Notices => [];

    public bool Prepare(TimeSpan budget)
    {
        if (!_isFilled)
            Fill(_balls, [.. Enumerable.Range(0, _layer.Positions.Length).Select(index => (index, _layer.Positions[index], _layer.Size / 2))]);
        _isFilled = true;
        return true;
    }

    public bool PrepareSlice(SlicePass pass, TimeSpan budget) => true;

    public void DrawOpaque(VolumePass pass)
    {
        if (IsOpaque(pass))
            Draw(testsDepth: false);
    }

    public void DrawTranslucent(VolumePass pass)
    {
        if (!IsOpaque(pass))
            Draw(testsDepth: true);
    }

    public void DrawSlice(SlicePass pass)
    {
        var sheet = pass.SheetFor(_layer, 1);
        var unit = pass.Normal;
        var (at, radius, cut) = (Vector3.Dot(sheet.Corner, unit), _layer.Size / 2, new List<(int, Vector3, float)>());
        for (var index = 0; index < _layer.Positions.Length; index++)
        {
            var away = Vector3.Dot(_layer.Positions[index], unit) - at;
            if (Math.Abs(away) < radius)
                cut.Add((index, _layer.Positions[index], MathF.Sqrt((radius * radius) - (away * away))));
        }
        Fill(_discs, cut);
        _sheet.Bind(SceneResources.SheetPoint, sheet);
        BindBlock(testsDepth: false);
        _scene.Use(ShaderSources.Discs);
        _discs.Draw();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _layer.Changed -= OnChanged;
        _balls.Dispose();
        _discs.Dispose();
        _block.Dispose();
        _sheet.Dispose();
    }

    private void OnChanged(object? sender, LayerChange change) => _isFilled = false;

    private bool IsOpaque(VolumePass pass) => _layer.Opacity * (_layer.Values.IsEmpty ? _layer.Color.A : 255) >= 255 && LayerBlends.HasDepth(pass.Blending);

    private void Fill(VertexBuffers buffers, List<(int Index, Vector3 Place, float Radius)> balls)
    {
        var (places, tints) = (new Vector4[balls.Count * Corners], new Rgba[balls.Count * Corners]);
        for (var ball = 0; ball < balls.Count; ball++)
        {
            places.AsSpan(ball * Corners, Corners).Fill(new Vector4(balls[ball].Place, balls[ball].Radius));
            tints.AsSpan(ball * Corners, Corners).Fill(_layer.ColorOf(balls[ball].Index));
        }
        buffers.Fill<Vector4>(0, places, 4);
        buffers.FillColors(1, tints);
    }

    private void Draw(bool testsDepth)
    {
        BindBlock(testsDepth);
        _scene.Use(ShaderSources.Points);
        _balls.Draw();
    }

    private void BindBlock(bool testsDepth) => _block.Bind(SceneResources.LayerPoint, new MeshBlock
    {
        Opacity = _layer.Opacity * (_layer.Values.IsEmpty ? _layer.Color.A : 255) / 255f,
        HasTints = 1,
        TestsDepth = testsDepth ? 1 : 0,
        Symbol = (float)_layer.Symbol,
    });
}
