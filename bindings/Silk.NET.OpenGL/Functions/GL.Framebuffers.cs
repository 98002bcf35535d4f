using System.Runtime.CompilerServices;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glBindFramebuffer;
    private nint _glBindRenderbuffer;
    private nint _glFramebufferTexture;
    private nint _glFramebufferTexture2D;
    private nint _glFramebufferTextureLayer;
    private nint _glFramebufferRenderbuffer;
    private nint _glRenderbufferStorage;
    private nint _glRenderbufferStorageMultisample;
    private nint _glCheckFramebufferStatus;
    private nint _glBlitFramebuffer;
    private nint _glReadBuffer;
    private nint _glDrawBuffer;
    private nint _glReadPixels;
    private nint _glClearBufferfv;
    private nint _glClearBufferiv;
    private nint _glClearBufferuiv;

    public void BindFramebuffer(FramebufferTarget target, uint framebuffer) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindFramebuffer, "glBindFramebuffer"))((int)target, framebuffer);
    public void BindFramebuffer(GLEnum target, uint framebuffer) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindFramebuffer, "glBindFramebuffer"))((int)target, framebuffer);
    public void BindRenderbuffer(RenderbufferTarget target, uint renderbuffer) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindRenderbuffer, "glBindRenderbuffer"))((int)target, renderbuffer);
    public void BindRenderbuffer(GLEnum target, uint renderbuffer) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindRenderbuffer, "glBindRenderbuffer"))((int)target, renderbuffer);
    public void FramebufferTexture(FramebufferTarget target, FramebufferAttachment attachment, uint texture, int level) => ((delegate* unmanaged<int, int, uint, int, void>)Load(ref _glFramebufferTexture, "glFramebufferTexture"))((int)target, (int)attachment, texture, level);
    public void FramebufferTexture(GLEnum target, GLEnum attachment, uint texture, int level) => ((delegate* unmanaged<int, int, uint, int, void>)Load(ref _glFramebufferTexture, "glFramebufferTexture"))((int)target, (int)attachment, texture, level);
    public void FramebufferTexture2D(FramebufferTarget target, FramebufferAttachment attachment, TextureTarget textarget, uint texture, int level) => ((delegate* unmanaged<int, int, int, uint, int, void>)Load(ref _glFramebufferTexture2D, "glFramebufferTexture2D"))((int)target, (int)attachment, (int)textarget, texture, level);
    public void FramebufferTexture2D(GLEnum target, GLEnum attachment, GLEnum textarget, uint texture, int level) => ((delegate* unmanaged<int, int, int, uint, int, void>)Load(ref _glFramebufferTexture2D, "glFramebufferTexture2D"))((int)target, (int)attachment, (int)textarget, texture, level);
    public void FramebufferTextureLayer(FramebufferTarget target, FramebufferAttachment attachment, uint texture, int level, int layer) => ((delegate* unmanaged<int, int, uint, int, int, void>)Load(ref _glFramebufferTextureLayer, "glFramebufferTextureLayer"))((int)target, (int)attachment, texture, level, layer);
    public void FramebufferTextureLayer(GLEnum target, GLEnum attachment, uint texture, int level, int layer) => ((delegate* unmanaged<int, int, uint, int, int, void>)Load(ref _glFramebufferTextureLayer, "glFramebufferTextureLayer"))((int)target, (int)attachment, texture, level, layer);
    public void FramebufferRenderbuffer(FramebufferTarget target, FramebufferAttachment attachment, RenderbufferTarget renderbuffertarget, uint renderbuffer) => ((delegate* unmanaged<int, int, int, uint, void>)Load(ref _glFramebufferRenderbuffer, "glFramebufferRenderbuffer"))((int)target, (int)attachment, (int)renderbuffertarget, renderbuffer);
    public void FramebufferRenderbuffer(GLEnum target, GLEnum attachment, GLEnum renderbuffertarget, uint renderbuffer) => ((delegate* unmanaged<int, int, int, uint, void>)Load(ref _glFramebufferRenderbuffer, "glFramebufferRenderbuffer"))((int)target, (int)attachment, (int)renderbuffertarget, renderbuffer);
    public void RenderbufferStorage(RenderbufferTarget target, InternalFormat internalformat, uint width, uint height) => ((delegate* unmanaged<int, int, uint, uint, void>)Load(ref _glRenderbufferStorage, "glRenderbufferStorage"))((int)target, (int)internalformat, width, height);
    public void RenderbufferStorage(GLEnum target, GLEnum internalformat, uint width, uint height) => ((delegate* unmanaged<int, int, uint, uint, void>)Load(ref _glRenderbufferStorage, "glRenderbufferStorage"))((int)target, (int)internalformat, width, height);
    public void RenderbufferStorageMultisample(RenderbufferTarget target, uint samples, InternalFormat internalformat, uint width, uint height) => ((delegate* unmanaged<int, uint, int, uint, uint, void>)Load(ref _glRenderbufferStorageMultisample, "glRenderbufferStorageMultisample"))((int)target, samples, (int)internalformat, width, height);
    public void RenderbufferStorageMultisample(GLEnum target, uint samples, GLEnum internalformat, uint width, uint height) => ((delegate* unmanaged<int, uint, int, uint, uint, void>)Load(ref _glRenderbufferStorageMultisample, "glRenderbufferStorageMultisample"))((int)target, samples, (int)internalformat, width, height);
    public GLEnum CheckFramebufferStatus(FramebufferTarget target) => (GLEnum)((delegate* unmanaged<int, int>)Load(ref _glCheckFramebufferStatus, "glCheckFramebufferStatus"))((int)target);
    public GLEnum CheckFramebufferStatus(GLEnum target) => (GLEnum)((delegate* unmanaged<int, int>)Load(ref _glCheckFramebufferStatus, "glCheckFramebufferStatus"))((int)target);
    public void BlitFramebuffer(int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, ClearBufferMask mask, BlitFramebufferFilter filter) => ((delegate* unmanaged<int, int, int, int, int, int, int, int, uint, int, void>)Load(ref _glBlitFramebuffer, "glBlitFramebuffer"))(srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, (uint)mask, (int)filter);
    public void BlitFramebuffer(int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, GLEnum mask, GLEnum filter) => ((delegate* unmanaged<int, int, int, int, int, int, int, int, int, int, void>)Load(ref _glBlitFramebuffer, "glBlitFramebuffer"))(srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, (int)mask, (int)filter);
    public void ReadBuffer(ReadBufferMode src) => ((delegate* unmanaged<int, void>)Load(ref _glReadBuffer, "glReadBuffer"))((int)src);
    public void ReadBuffer(GLEnum src) => ((delegate* unmanaged<int, void>)Load(ref _glReadBuffer, "glReadBuffer"))((int)src);
    public void DrawBuffer(DrawBufferMode buf) => ((delegate* unmanaged<int, void>)Load(ref _glDrawBuffer, "glDrawBuffer"))((int)buf);
    public void DrawBuffer(GLEnum buf) => ((delegate* unmanaged<int, void>)Load(ref _glDrawBuffer, "glDrawBuffer"))((int)buf);
    public void ReadPixels(int x, int y, uint width, uint height, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, uint, uint, int, int, void*, void>)Load(ref _glReadPixels, "glReadPixels"))(x, y, width, height, (int)format, (int)type, pixels);
    public void ReadPixels<T0>(int x, int y, uint width, uint height, PixelFormat format, PixelType type, out T0 pixels) where T0 : unmanaged
    {
        // Not set to zero first: it stands for as many elements as OpenGL writes.
        Unsafe.SkipInit(out pixels);
        fixed (T0* pointer = &pixels)
            ReadPixels(x, y, width, height, format, type, pointer);
    }

    public void ReadPixels(int x, int y, uint width, uint height, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, uint, uint, int, int, void*, void>)Load(ref _glReadPixels, "glReadPixels"))(x, y, width, height, (int)format, (int)type, pixels);
    public void ReadPixels<T0>(int x, int y, uint width, uint height, GLEnum format, GLEnum type, out T0 pixels) where T0 : unmanaged
    {
        // Not set to zero first: it stands for as many elements as OpenGL writes.
        Unsafe.SkipInit(out pixels);
        fixed (T0* pointer = &pixels)
            ReadPixels(x, y, width, height, format, type, pointer);
    }

    public void ClearBuffer(BufferKind buffer, int drawbuffer, float* value) => ((delegate* unmanaged<int, int, float*, void>)Load(ref _glClearBufferfv, "glClearBufferfv"))((int)buffer, drawbuffer, value);
    public void ClearBuffer(BufferKind buffer, int drawbuffer, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            ClearBuffer(buffer, drawbuffer, pointer);
    }

    public void ClearBuffer(GLEnum buffer, int drawbuffer, float* value) => ((delegate* unmanaged<int, int, float*, void>)Load(ref _glClearBufferfv, "glClearBufferfv"))((int)buffer, drawbuffer, value);
    public void ClearBuffer(GLEnum buffer, int drawbuffer, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            ClearBuffer(buffer, drawbuffer, pointer);
    }

    public void ClearBuffer(BufferKind buffer, int drawbuffer, int* value) => ((delegate* unmanaged<int, int, int*, void>)Load(ref _glClearBufferiv, "glClearBufferiv"))((int)buffer, drawbuffer, value);
    public void ClearBuffer(BufferKind buffer, int drawbuffer, ReadOnlySpan<int> value)
    {
        fixed (int* pointer = value)
            ClearBuffer(buffer, drawbuffer, pointer);
    }

    public void ClearBuffer(GLEnum buffer, int drawbuffer, int* value) => ((delegate* unmanaged<int, int, int*, void>)Load(ref _glClearBufferiv, "glClearBufferiv"))((int)buffer, drawbuffer, value);
    public void ClearBuffer(GLEnum buffer, int drawbuffer, ReadOnlySpan<int> value)
    {
        fixed (int* pointer = value)
            ClearBuffer(buffer, drawbuffer, pointer);
    }

    public void ClearBuffer(BufferKind buffer, int drawbuffer, uint* value) => ((delegate* unmanaged<int, int, uint*, void>)Load(ref _glClearBufferuiv, "glClearBufferuiv"))((int)buffer, drawbuffer, value);
    public void ClearBuffer(BufferKind buffer, int drawbuffer, ReadOnlySpan<uint> value)
    {
        fixed (uint* pointer = value)
            ClearBuffer(buffer, drawbuffer, pointer);
    }

    public void ClearBuffer(GLEnum buffer, int drawbuffer, uint* value) => ((delegate* unmanaged<int, int, uint*, void>)Load(ref _glClearBufferuiv, "glClearBufferuiv"))((int)buffer, drawbuffer, value);
    public void ClearBuffer(GLEnum buffer, int drawbuffer, ReadOnlySpan<uint> value)
    {
        fixed (uint* pointer = value)
            ClearBuffer(buffer, drawbuffer, pointer);
    }
}
