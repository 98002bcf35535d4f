using System.Numerics;
using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>The edges of the scene's box; the three that meet at the origin have the colours of their axes.</summary>
internal sealed class BoxLines : IDisposable
{
    /// <summary>Colours of the axes x, y and z.</summary>
    public static readonly IReadOnlyList<Vector3> AxisColors = [new(0.91f, 0.42f, 0.40f), new(0.52f, 0.78f, 0.42f), new(0.42f, 0.62f, 0.95f)];

    private static readonly Vector3 EdgeColor = new(0.34f, 0.38f, 0.45f);

    private readonly SceneResources _scene;
    private uint _vertices;
    private uint _buffer;

    public BoxLines(SceneResources scene)
    {
        _scene = scene;
        _vertices = scene.Gl.GenVertexArray();
        _buffer = scene.Gl.GenBuffer();
    }

    /// <summary>Draws the edges of a box from the origin.</summary>
    public void Draw(Vector3 extent)
    {
        var gl = _scene.Gl;
        var data = Corners(extent);
        gl.BindVertexArray(_vertices);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        gl.BufferData<Vector3>(BufferTargetARB.ArrayBuffer, data, BufferUsageARB.StreamDraw);
        for (uint attribute = 0; attribute < 2; attribute++)
        {
            gl.EnableVertexAttribArray(attribute);
            gl.VertexAttribPointer(attribute, 3, VertexAttribPointerType.Float, false, 24, (nint)(12 * attribute));
        }
        _scene.Use(ShaderSources.Lines);
        gl.DrawArrays(PrimitiveType.Lines, 0, (uint)data.Length / 2);
    }

    public void Dispose()
    {
        if (_vertices == 0)
            return;
        _scene.Gl.DeleteVertexArray(_vertices);
        _scene.Gl.DeleteBuffer(_buffer);
        (_vertices, _buffer) = (0, 0);
    }

    // Place and colour of the two ends of each of the twelve edges.
    private static Vector3[] Corners(Vector3 extent)
    {
        var data = new List<Vector3>();
        for (var axis = 0; axis < 3; axis++)
        {
            for (var side = 0; side < 4; side++)
            {
                var (from, to) = (new float[3], new float[3]);
                (from[(axis + 1) % 3], from[(axis + 2) % 3]) = (side & 1, side >> 1);
                from.CopyTo(to, 0);
                to[axis] = 1;
                var color = side == 0 ? AxisColors[axis] : EdgeColor;
                data.AddRange([new Vector3(from) * extent, color, new Vector3(to) * extent, color]);
            }
        }
        return [.. data];
    }
}
