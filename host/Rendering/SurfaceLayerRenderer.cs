using System.Numerics;
using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws a surface layer: its triangles in 3-D, in slices the line in which they are cut.</summary>
internal sealed class SurfaceLayerRenderer : ILayerRenderer
{
    private const float LineWidth = 1.8f;

    private readonly SceneResources _scene;
    private readonly SurfaceLayer _layer;
    private readonly VertexBuffers _mesh;
    private readonly VertexBuffers _section;
    private readonly UniformBuffer<MeshBlock> _block;
    private readonly UniformBuffer<SheetBlock> _sheet;
    private SurfaceMesh? _filled;
    private (SurfaceMesh, Colormap, ContrastLimits)? _tinted;
    private (SurfaceMesh, Colormap, ContrastLimits, Vector3, float)? _cut;
    private bool _disposed;

    public SurfaceLayerRenderer(SceneResources scene, SurfaceLayer layer)
    {
        (_scene, _layer) = (scene, layer);
        (_mesh, _section) = (new VertexBuffers(scene.Gl, 3), new VertexBuffers(scene.Gl, 3));
        (_block, _sheet) = (new UniformBuffer<MeshBlock>(scene.Gl), new UniformBuffer<SheetBlock>(scene.Gl));
    }

    public double Progress => ReferenceEquals(_filled, _layer.Mesh) ? 1 : 0;

    public IReadOnlyList<string> Notices => [];

    public bool Prepare(TimeSpan budget)
    {
        var mesh = _layer.Mesh;
        if (!ReferenceEquals(_filled, mesh))
        {
            _mesh.Fill(0, mesh.Vertices.AsSpan(), 3);
            _mesh.Fill(1, mesh.Normals.AsSpan(), 3);
            _mesh.FillIndices(mesh.Triangles.AsSpan());
            _filled = mesh;
        }
        if (!mesh.Values.IsEmpty && _tinted != (mesh, _layer.Colormap, _layer.ContrastLimits))
        {
            _mesh.FillColors(2, Tints(mesh.Values.AsSpan()));
            _tinted = (mesh, _layer.Colormap, _layer.ContrastLimits);
        }
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
        if (IsOpaque(pass))
            return;
        // First the walls that face away, then those before them: right for most of what is looked through.
        _scene.Gl.Enable(EnableCap.CullFace);
        _scene.Gl.CullFace(TriangleFace.Front);
        Draw(testsDepth: true);
        _scene.Gl.CullFace(TriangleFace.Back);
        Draw(testsDepth: true);
        _scene.Gl.Disable(EnableCap.CullFace);
    }

    public void DrawSlice(SlicePass pass)
    {
        var sheet = pass.SheetFor(_layer, LineWidth);
        var at = Vector3.Dot(sheet.Corner, pass.Normal);
        var wanted = (_layer.Mesh, _layer.Colormap, _layer.ContrastLimits, pass.Normal, at);
        if (_cut != wanted)
        {
            FillSection(pass.Normal, at);
            _cut = wanted;
        }
        _sheet.Bind(SceneResources.SheetPoint, sheet);
        BindBlock(testsDepth: false);
        _scene.Use(ShaderSources.Section);
        _section.Draw();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _mesh.Dispose();
        _section.Dispose();
        _block.Dispose();
        _sheet.Dispose();
    }

    private bool IsOpaque(VolumePass pass) => _layer.Opacity * _layer.Color.A >= 255 && LayerBlends.HasDepth(pass.Blending);

    private Rgba[] Tints(ReadOnlySpan<float> values)
    {
        var (limits, tints) = (_layer.ContrastLimits, new Rgba[values.Length]);
        for (var index = 0; index < tints.Length; index++)
            tints[index] = _layer.Colormap.At((values[index] - limits.Low) / (limits.High - limits.Low));
        return tints;
    }

    private void FillSection(Vector3 normal, float at)
    {
        var (ends, values) = SurfaceSection.Of(_layer.Mesh, normal, at);
        var (from, to) = (new Vector3[ends.Length * 3], new Vector3[ends.Length * 3]);
        for (var vertex = 0; vertex < from.Length; vertex++)
            (from[vertex], to[vertex]) = (ends[vertex / 6 * 2], ends[(vertex / 6 * 2) + 1]);
        _section.Fill<Vector3>(0, from, 3);
        _section.Fill<Vector3>(1, to, 3);
        if (values.Length > 0)
            _section.FillColors(2, Tints([.. Enumerable.Range(0, from.Length).Select(vertex => values[vertex / 6])]));
    }

    private void Draw(bool testsDepth)
    {
        BindBlock(testsDepth);
        _scene.Use(ShaderSources.Triangles);
        _mesh.Draw();
    }

    private void BindBlock(bool testsDepth) => _block.Bind(SceneResources.LayerPoint, new MeshBlock
    {
        Paint = new Vector3(_layer.Color.R, _layer.Color.G, _layer.Color.B) / 255,
        Opacity = _layer.Opacity * _layer.Color.A / 255,
        HasTints = _layer.Mesh.Values.IsEmpty ? 0 : 1,
        TestsDepth = testsDepth ? 1 : 0,
    });
}
