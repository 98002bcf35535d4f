namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glDrawBuffers;

    public void DrawBuffers(uint n, DrawBufferMode* bufs) => ((delegate* unmanaged<uint, DrawBufferMode*, void>)Load(ref _glDrawBuffers, "glDrawBuffers"))(n, bufs);

    public void DrawBuffers(ReadOnlySpan<DrawBufferMode> bufs)
    {
        fixed (DrawBufferMode* pointer = bufs)
            DrawBuffers((uint)bufs.Length, pointer);
    }
}
