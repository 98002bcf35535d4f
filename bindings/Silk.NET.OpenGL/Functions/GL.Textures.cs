using System.Runtime.CompilerServices;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glActiveTexture;
    private nint _glBindTexture;
    private nint _glBindSampler;
    private nint _glGenerateMipmap;
    private nint _glTexImage2D;
    private nint _glTexImage3D;
    private nint _glTexImage1D;
    private nint _glTexSubImage1D;
    private nint _glTexSubImage2D;
    private nint _glTexSubImage3D;
    private nint _glTexStorage1D;
    private nint _glTexStorage2D;
    private nint _glTexStorage3D;
    private nint _glTexImage2DMultisample;
    private nint _glGetTexImage;
    private nint _glGetTexLevelParameteriv;
    private nint _glTexParameteri;
    private nint _glTexParameterf;
    private nint _glTexParameteriv;
    private nint _glTexParameterfv;
    private nint _glSamplerParameteri;
    private nint _glSamplerParameterf;
    private nint _glPixelStorei;
    private nint _glPixelStoref;

    public void ActiveTexture(TextureUnit texture) => ((delegate* unmanaged<int, void>)Load(ref _glActiveTexture, "glActiveTexture"))((int)texture);
    public void ActiveTexture(GLEnum texture) => ((delegate* unmanaged<int, void>)Load(ref _glActiveTexture, "glActiveTexture"))((int)texture);
    public void BindTexture(TextureTarget target, uint texture) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindTexture, "glBindTexture"))((int)target, texture);
    public void BindTexture(GLEnum target, uint texture) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindTexture, "glBindTexture"))((int)target, texture);
    public void BindSampler(uint unit, uint sampler) => ((delegate* unmanaged<uint, uint, void>)Load(ref _glBindSampler, "glBindSampler"))(unit, sampler);
    public void GenerateMipmap(TextureTarget target) => ((delegate* unmanaged<int, void>)Load(ref _glGenerateMipmap, "glGenerateMipmap"))((int)target);
    public void GenerateMipmap(GLEnum target) => ((delegate* unmanaged<int, void>)Load(ref _glGenerateMipmap, "glGenerateMipmap"))((int)target);
    public void TexImage2D(TextureTarget target, int level, int internalformat, uint width, uint height, int border, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage2D, "glTexImage2D"))((int)target, level, internalformat, width, height, border, (int)format, (int)type, pixels);
    public void TexImage2D<T0>(TextureTarget target, int level, int internalformat, uint width, uint height, int border, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage2D(target, level, internalformat, width, height, border, format, type, pointer);
    }

    public void TexImage2D(GLEnum target, int level, int internalformat, uint width, uint height, int border, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage2D, "glTexImage2D"))((int)target, level, internalformat, width, height, border, (int)format, (int)type, pixels);
    public void TexImage2D<T0>(GLEnum target, int level, int internalformat, uint width, uint height, int border, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage2D(target, level, internalformat, width, height, border, format, type, pointer);
    }

    public void TexImage2D(TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage2D, "glTexImage2D"))((int)target, level, (int)internalformat, width, height, border, (int)format, (int)type, pixels);
    public void TexImage2D<T0>(TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage2D(target, level, internalformat, width, height, border, format, type, pointer);
    }

    public void TexImage2D(GLEnum target, int level, GLEnum internalformat, uint width, uint height, int border, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage2D, "glTexImage2D"))((int)target, level, (int)internalformat, width, height, border, (int)format, (int)type, pixels);
    public void TexImage2D<T0>(GLEnum target, int level, GLEnum internalformat, uint width, uint height, int border, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage2D(target, level, internalformat, width, height, border, format, type, pointer);
    }

    public void TexImage3D(TextureTarget target, int level, int internalformat, uint width, uint height, uint depth, int border, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage3D, "glTexImage3D"))((int)target, level, internalformat, width, height, depth, border, (int)format, (int)type, pixels);
    public void TexImage3D<T0>(TextureTarget target, int level, int internalformat, uint width, uint height, uint depth, int border, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage3D(target, level, internalformat, width, height, depth, border, format, type, pointer);
    }

    public void TexImage3D(GLEnum target, int level, int internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage3D, "glTexImage3D"))((int)target, level, internalformat, width, height, depth, border, (int)format, (int)type, pixels);
    public void TexImage3D<T0>(GLEnum target, int level, int internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage3D(target, level, internalformat, width, height, depth, border, format, type, pointer);
    }

    public void TexImage3D(TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, uint depth, int border, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage3D, "glTexImage3D"))((int)target, level, (int)internalformat, width, height, depth, border, (int)format, (int)type, pixels);
    public void TexImage3D<T0>(TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, uint depth, int border, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage3D(target, level, internalformat, width, height, depth, border, format, type, pointer);
    }

    public void TexImage3D(GLEnum target, int level, GLEnum internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, uint, uint, int, int, int, void*, void>)Load(ref _glTexImage3D, "glTexImage3D"))((int)target, level, (int)internalformat, width, height, depth, border, (int)format, (int)type, pixels);
    public void TexImage3D<T0>(GLEnum target, int level, GLEnum internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage3D(target, level, internalformat, width, height, depth, border, format, type, pointer);
    }

    public void TexImage1D(TextureTarget target, int level, int internalformat, uint width, int border, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, int, int, int, void*, void>)Load(ref _glTexImage1D, "glTexImage1D"))((int)target, level, internalformat, width, border, (int)format, (int)type, pixels);
    public void TexImage1D<T0>(TextureTarget target, int level, int internalformat, uint width, int border, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage1D(target, level, internalformat, width, border, format, type, pointer);
    }

    public void TexImage1D(GLEnum target, int level, int internalformat, uint width, int border, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, int, int, int, void*, void>)Load(ref _glTexImage1D, "glTexImage1D"))((int)target, level, internalformat, width, border, (int)format, (int)type, pixels);
    public void TexImage1D<T0>(GLEnum target, int level, int internalformat, uint width, int border, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage1D(target, level, internalformat, width, border, format, type, pointer);
    }

    public void TexImage1D(TextureTarget target, int level, InternalFormat internalformat, uint width, int border, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, int, int, int, void*, void>)Load(ref _glTexImage1D, "glTexImage1D"))((int)target, level, (int)internalformat, width, border, (int)format, (int)type, pixels);
    public void TexImage1D<T0>(TextureTarget target, int level, InternalFormat internalformat, uint width, int border, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage1D(target, level, internalformat, width, border, format, type, pointer);
    }

    public void TexImage1D(GLEnum target, int level, GLEnum internalformat, uint width, int border, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, int, int, int, void*, void>)Load(ref _glTexImage1D, "glTexImage1D"))((int)target, level, (int)internalformat, width, border, (int)format, (int)type, pixels);
    public void TexImage1D<T0>(GLEnum target, int level, GLEnum internalformat, uint width, int border, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexImage1D(target, level, internalformat, width, border, format, type, pointer);
    }

    public void TexSubImage1D(TextureTarget target, int level, int xoffset, uint width, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, int, int, void*, void>)Load(ref _glTexSubImage1D, "glTexSubImage1D"))((int)target, level, xoffset, width, (int)format, (int)type, pixels);
    public void TexSubImage1D<T0>(TextureTarget target, int level, int xoffset, uint width, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexSubImage1D(target, level, xoffset, width, format, type, pointer);
    }

    public void TexSubImage1D(GLEnum target, int level, int xoffset, uint width, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, uint, int, int, void*, void>)Load(ref _glTexSubImage1D, "glTexSubImage1D"))((int)target, level, xoffset, width, (int)format, (int)type, pixels);
    public void TexSubImage1D<T0>(GLEnum target, int level, int xoffset, uint width, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexSubImage1D(target, level, xoffset, width, format, type, pointer);
    }

    public void TexSubImage2D(TextureTarget target, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, int, uint, uint, int, int, void*, void>)Load(ref _glTexSubImage2D, "glTexSubImage2D"))((int)target, level, xoffset, yoffset, width, height, (int)format, (int)type, pixels);
    public void TexSubImage2D<T0>(TextureTarget target, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexSubImage2D(target, level, xoffset, yoffset, width, height, format, type, pointer);
    }

    public void TexSubImage2D(GLEnum target, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, int, uint, uint, int, int, void*, void>)Load(ref _glTexSubImage2D, "glTexSubImage2D"))((int)target, level, xoffset, yoffset, width, height, (int)format, (int)type, pixels);
    public void TexSubImage2D<T0>(GLEnum target, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexSubImage2D(target, level, xoffset, yoffset, width, height, format, type, pointer);
    }

    public void TexSubImage3D(TextureTarget target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, int, int, uint, uint, uint, int, int, void*, void>)Load(ref _glTexSubImage3D, "glTexSubImage3D"))((int)target, level, xoffset, yoffset, zoffset, width, height, depth, (int)format, (int)type, pixels);
    public void TexSubImage3D<T0>(TextureTarget target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, PixelFormat format, PixelType type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexSubImage3D(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, pointer);
    }

    public void TexSubImage3D(GLEnum target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, int, int, uint, uint, uint, int, int, void*, void>)Load(ref _glTexSubImage3D, "glTexSubImage3D"))((int)target, level, xoffset, yoffset, zoffset, width, height, depth, (int)format, (int)type, pixels);
    public void TexSubImage3D<T0>(GLEnum target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, GLEnum format, GLEnum type, ref readonly T0 pixels) where T0 : unmanaged
    {
        fixed (T0* pointer = &pixels)
            TexSubImage3D(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, pointer);
    }

    public void TexStorage1D(TextureTarget target, uint levels, SizedInternalFormat internalformat, uint width) => ((delegate* unmanaged<int, uint, int, uint, void>)Load(ref _glTexStorage1D, "glTexStorage1D"))((int)target, levels, (int)internalformat, width);
    public void TexStorage1D(GLEnum target, uint levels, GLEnum internalformat, uint width) => ((delegate* unmanaged<int, uint, int, uint, void>)Load(ref _glTexStorage1D, "glTexStorage1D"))((int)target, levels, (int)internalformat, width);
    public void TexStorage2D(TextureTarget target, uint levels, SizedInternalFormat internalformat, uint width, uint height) => ((delegate* unmanaged<int, uint, int, uint, uint, void>)Load(ref _glTexStorage2D, "glTexStorage2D"))((int)target, levels, (int)internalformat, width, height);
    public void TexStorage2D(GLEnum target, uint levels, GLEnum internalformat, uint width, uint height) => ((delegate* unmanaged<int, uint, int, uint, uint, void>)Load(ref _glTexStorage2D, "glTexStorage2D"))((int)target, levels, (int)internalformat, width, height);
    public void TexStorage3D(TextureTarget target, uint levels, SizedInternalFormat internalformat, uint width, uint height, uint depth) => ((delegate* unmanaged<int, uint, int, uint, uint, uint, void>)Load(ref _glTexStorage3D, "glTexStorage3D"))((int)target, levels, (int)internalformat, width, height, depth);
    public void TexStorage3D(GLEnum target, uint levels, GLEnum internalformat, uint width, uint height, uint depth) => ((delegate* unmanaged<int, uint, int, uint, uint, uint, void>)Load(ref _glTexStorage3D, "glTexStorage3D"))((int)target, levels, (int)internalformat, width, height, depth);
    public void TexImage2DMultisample(TextureTarget target, uint samples, InternalFormat internalformat, uint width, uint height, bool fixedsamplelocations) => ((delegate* unmanaged<int, uint, int, uint, uint, byte, void>)Load(ref _glTexImage2DMultisample, "glTexImage2DMultisample"))((int)target, samples, (int)internalformat, width, height, ToByte(fixedsamplelocations));
    public void TexImage2DMultisample(GLEnum target, uint samples, GLEnum internalformat, uint width, uint height, bool fixedsamplelocations) => ((delegate* unmanaged<int, uint, int, uint, uint, byte, void>)Load(ref _glTexImage2DMultisample, "glTexImage2DMultisample"))((int)target, samples, (int)internalformat, width, height, ToByte(fixedsamplelocations));
    public void GetTexImage(TextureTarget target, int level, PixelFormat format, PixelType type, void* pixels) => ((delegate* unmanaged<int, int, int, int, void*, void>)Load(ref _glGetTexImage, "glGetTexImage"))((int)target, level, (int)format, (int)type, pixels);
    public void GetTexImage<T0>(TextureTarget target, int level, PixelFormat format, PixelType type, out T0 pixels) where T0 : unmanaged
    {
        // Not set to zero first: it stands for as many elements as OpenGL writes.
        Unsafe.SkipInit(out pixels);
        fixed (T0* pointer = &pixels)
            GetTexImage(target, level, format, type, pointer);
    }

    public void GetTexImage(GLEnum target, int level, GLEnum format, GLEnum type, void* pixels) => ((delegate* unmanaged<int, int, int, int, void*, void>)Load(ref _glGetTexImage, "glGetTexImage"))((int)target, level, (int)format, (int)type, pixels);
    public void GetTexImage<T0>(GLEnum target, int level, GLEnum format, GLEnum type, out T0 pixels) where T0 : unmanaged
    {
        // Not set to zero first: it stands for as many elements as OpenGL writes.
        Unsafe.SkipInit(out pixels);
        fixed (T0* pointer = &pixels)
            GetTexImage(target, level, format, type, pointer);
    }

    public void GetTexLevelParameter(TextureTarget target, int level, GetTextureParameter pname, int* @params) => ((delegate* unmanaged<int, int, int, int*, void>)Load(ref _glGetTexLevelParameteriv, "glGetTexLevelParameteriv"))((int)target, level, (int)pname, @params);
    public void GetTexLevelParameter(TextureTarget target, int level, GetTextureParameter pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetTexLevelParameter(target, level, pname, pointer);
    }

    public void GetTexLevelParameter(GLEnum target, int level, GLEnum pname, int* @params) => ((delegate* unmanaged<int, int, int, int*, void>)Load(ref _glGetTexLevelParameteriv, "glGetTexLevelParameteriv"))((int)target, level, (int)pname, @params);
    public void GetTexLevelParameter(GLEnum target, int level, GLEnum pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetTexLevelParameter(target, level, pname, pointer);
    }

    public void TexParameter(TextureTarget target, TextureParameterName pname, int param) => ((delegate* unmanaged<int, int, int, void>)Load(ref _glTexParameteri, "glTexParameteri"))((int)target, (int)pname, param);
    public void TexParameter(GLEnum target, GLEnum pname, int param) => ((delegate* unmanaged<int, int, int, void>)Load(ref _glTexParameteri, "glTexParameteri"))((int)target, (int)pname, param);
    public void TexParameter(TextureTarget target, TextureParameterName pname, float param) => ((delegate* unmanaged<int, int, float, void>)Load(ref _glTexParameterf, "glTexParameterf"))((int)target, (int)pname, param);
    public void TexParameter(GLEnum target, GLEnum pname, float param) => ((delegate* unmanaged<int, int, float, void>)Load(ref _glTexParameterf, "glTexParameterf"))((int)target, (int)pname, param);
    public void TexParameter(TextureTarget target, TextureParameterName pname, int* @params) => ((delegate* unmanaged<int, int, int*, void>)Load(ref _glTexParameteriv, "glTexParameteriv"))((int)target, (int)pname, @params);
    public void TexParameter(TextureTarget target, TextureParameterName pname, ref readonly int @params)
    {
        fixed (int* pointer = &@params)
            TexParameter(target, pname, pointer);
    }

    public void TexParameter(GLEnum target, GLEnum pname, int* @params) => ((delegate* unmanaged<int, int, int*, void>)Load(ref _glTexParameteriv, "glTexParameteriv"))((int)target, (int)pname, @params);
    public void TexParameter(GLEnum target, GLEnum pname, ref readonly int @params)
    {
        fixed (int* pointer = &@params)
            TexParameter(target, pname, pointer);
    }

    public void TexParameter(TextureTarget target, TextureParameterName pname, float* @params) => ((delegate* unmanaged<int, int, float*, void>)Load(ref _glTexParameterfv, "glTexParameterfv"))((int)target, (int)pname, @params);
    public void TexParameter(TextureTarget target, TextureParameterName pname, ref readonly float @params)
    {
        fixed (float* pointer = &@params)
            TexParameter(target, pname, pointer);
    }

    public void TexParameter(GLEnum target, GLEnum pname, float* @params) => ((delegate* unmanaged<int, int, float*, void>)Load(ref _glTexParameterfv, "glTexParameterfv"))((int)target, (int)pname, @params);
    public void TexParameter(GLEnum target, GLEnum pname, ref readonly float @params)
    {
        fixed (float* pointer = &@params)
            TexParameter(target, pname, pointer);
    }

    public void SamplerParameter(uint sampler, SamplerParameterI pname, int param) => ((delegate* unmanaged<uint, int, int, void>)Load(ref _glSamplerParameteri, "glSamplerParameteri"))(sampler, (int)pname, param);
    public void SamplerParameter(uint sampler, GLEnum pname, int param) => ((delegate* unmanaged<uint, int, int, void>)Load(ref _glSamplerParameteri, "glSamplerParameteri"))(sampler, (int)pname, param);
    public void SamplerParameter(uint sampler, SamplerParameterF pname, float param) => ((delegate* unmanaged<uint, int, float, void>)Load(ref _glSamplerParameterf, "glSamplerParameterf"))(sampler, (int)pname, param);
    public void SamplerParameter(uint sampler, GLEnum pname, float param) => ((delegate* unmanaged<uint, int, float, void>)Load(ref _glSamplerParameterf, "glSamplerParameterf"))(sampler, (int)pname, param);
    public void PixelStore(PixelStoreParameter pname, int param) => ((delegate* unmanaged<int, int, void>)Load(ref _glPixelStorei, "glPixelStorei"))((int)pname, param);
    public void PixelStore(GLEnum pname, int param) => ((delegate* unmanaged<int, int, void>)Load(ref _glPixelStorei, "glPixelStorei"))((int)pname, param);
    public void PixelStore(PixelStoreParameter pname, float param) => ((delegate* unmanaged<int, float, void>)Load(ref _glPixelStoref, "glPixelStoref"))((int)pname, param);
    public void PixelStore(GLEnum pname, float param) => ((delegate* unmanaged<int, float, void>)Load(ref _glPixelStoref, "glPixelStoref"))((int)pname, param);
}
