using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>Attributes of vertices on the GPU, each in a buffer of its own, and perhaps the indices that put them together.</summary>
internal sealed class VertexBuffers : IDisposable
{
    private readonly GL _gl;
    private readonly uint[] _buffers;
    private uint _array;
    private uint _indices;

    public VertexBuffers(GL gl, int attributes)
    {
        _gl = gl;
        _array = gl.GenVertexArray();
        _buffers = [.. Enumerable.Range(0, attributes).Select(_ => gl.GenBuffer())];
    }

    /// <summary>How many vertices, or indices where there are any, are drawn.</summary>
    public int Count { get; private set; }

    /// <summary>Fills an attribute of floats.</summary>
    /// <param name="attribute">Its location.</param>
    /// <param name="values">All values.</param>
    /// <param name="floats">Floats of each vertex; the values may be vectors of as many.</param>
    public void Fill<T>(uint attribute, ReadOnlySpan<T> values, int floats) where T : unmanaged
    {
        Use(attribute, values);
        _gl.VertexAttribPointer(attribute, floats, VertexAttribPointerType.Float, false, 0, (nint)0);
        Count = _indices == 0 ? values.Length : Count;
    }

    /// <summary>Fills an attribute of colours, four bytes each.</summary>
    public void FillColors(uint attribute, ReadOnlySpan<Sdk.Rgba> colors)
    {
        Use(attribute, colors);
        _gl.VertexAttribPointer(attribute, 4, VertexAttribPointerType.UnsignedByte, true, 0, (nint)0);
    }

    /// <summary>Sets the vertices of triangles.</summary>
    public void FillIndices(ReadOnlySpan<int> indices)
    {
        _gl.BindVertexArray(_array);
        if (_indices == 0)
            _indices = _gl.GenBuffer();
        _gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, _indices);
        _gl.BufferData(BufferTargetARB.ElementArrayBuffer, indices, BufferUsageARB.StaticDraw);
        _gl.BindVertexArray(0);
        Count = indices.Length;
    }

    /// <summary>Draws all triangles with the program in use.</summary>
    public unsafe void Draw()
    {
        if (Count == 0)
            return;
        _gl.BindVertexArray(_array);
        if (_indices == 0)
            _gl.DrawArrays(PrimitiveType.Triangles, 0, (uint)Count);
        else
            _gl.DrawElements(PrimitiveType.Triangles, (uint)Count, DrawElementsType.UnsignedInt, null);
        _gl.BindVertexArray(0);
    }

    public void Dispose()
    {
        if (_array == 0)
            return;
        _gl.DeleteVertexArray(_array);
        foreach (var buffer in _buffers)
            _gl.DeleteBuffer(buffer);
        if (_indices != 0)
            _gl.DeleteBuffer(_indices);
        (_array, _indices) = (0, 0);
    }

    private void Use<T>(uint attribute, ReadOnlySpan<T> values) where T : unmanaged
    {
        _gl.BindVertexArray(_array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffers[attribute]);
        _gl.BufferData(BufferTargetARB.ArrayBuffer, values, BufferUsageARB.StaticDraw);
        _gl.EnableVertexAttribArray(attribute);
    }
}
