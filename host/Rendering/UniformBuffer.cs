using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>The memory of one uniform block.</summary>
/// <typeparam name="T">Its fields in the order of the block, laid out as std140 does: made of four floats each, so that no padding arises.</typeparam>
internal sealed class UniformBuffer<T> : IDisposable where T : unmanaged
{
    private readonly GL _gl;
    private uint _buffer;

    public UniformBuffer(GL gl) => (_gl, _buffer) = (gl, gl.GenBuffer());

    /// <summary>Writes the block and puts it at a binding point.</summary>
    public void Bind(uint point, in T values)
    {
        _gl.BindBuffer(BufferTargetARB.UniformBuffer, _buffer);
        _gl.BufferData<T>(BufferTargetARB.UniformBuffer, [values], BufferUsageARB.StreamDraw);
        _gl.BindBufferBase(BufferTargetARB.UniformBuffer, point, _buffer);
    }

    public void Dispose()
    {
        if (_buffer != 0)
            _gl.DeleteBuffer(_buffer);
        _buffer = 0;
    }
}
