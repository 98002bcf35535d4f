namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glGenTextures;
    private nint _glDeleteTextures;
    private nint _glIsTexture;
    private nint _glGenBuffers;
    private nint _glDeleteBuffers;
    private nint _glIsBuffer;
    private nint _glGenVertexArrays;
    private nint _glDeleteVertexArrays;
    private nint _glIsVertexArray;
    private nint _glGenFramebuffers;
    private nint _glDeleteFramebuffers;
    private nint _glIsFramebuffer;
    private nint _glGenRenderbuffers;
    private nint _glDeleteRenderbuffers;
    private nint _glIsRenderbuffer;
    private nint _glGenSamplers;
    private nint _glDeleteSamplers;
    private nint _glIsSampler;
    private nint _glGenQueries;
    private nint _glDeleteQueries;
    private nint _glIsQuery;

    public void GenTextures(uint n, uint* textures) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenTextures, "glGenTextures"))(n, textures);
    public void GenTextures(Span<uint> textures)
    {
        fixed (uint* pointer = textures)
            GenTextures((uint)textures.Length, pointer);
    }

    public uint GenTexture()
    {
        uint name;
        GenTextures(1, &name);
        return name;
    }

    public void DeleteTextures(uint n, uint* textures) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteTextures, "glDeleteTextures"))(n, textures);
    public void DeleteTextures(ReadOnlySpan<uint> textures)
    {
        fixed (uint* pointer = textures)
            DeleteTextures((uint)textures.Length, pointer);
    }

    public void DeleteTexture(uint textures) => DeleteTextures(1, &textures);
    public bool IsTexture(uint texture) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsTexture, "glIsTexture"))(texture) != 0;
    public void GenBuffers(uint n, uint* buffers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenBuffers, "glGenBuffers"))(n, buffers);
    public void GenBuffers(Span<uint> buffers)
    {
        fixed (uint* pointer = buffers)
            GenBuffers((uint)buffers.Length, pointer);
    }

    public uint GenBuffer()
    {
        uint name;
        GenBuffers(1, &name);
        return name;
    }

    public void DeleteBuffers(uint n, uint* buffers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteBuffers, "glDeleteBuffers"))(n, buffers);
    public void DeleteBuffers(ReadOnlySpan<uint> buffers)
    {
        fixed (uint* pointer = buffers)
            DeleteBuffers((uint)buffers.Length, pointer);
    }

    public void DeleteBuffer(uint buffers) => DeleteBuffers(1, &buffers);
    public bool IsBuffer(uint buffer) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsBuffer, "glIsBuffer"))(buffer) != 0;
    public void GenVertexArrays(uint n, uint* arrays) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenVertexArrays, "glGenVertexArrays"))(n, arrays);
    public void GenVertexArrays(Span<uint> arrays)
    {
        fixed (uint* pointer = arrays)
            GenVertexArrays((uint)arrays.Length, pointer);
    }

    public uint GenVertexArray()
    {
        uint name;
        GenVertexArrays(1, &name);
        return name;
    }

    public void DeleteVertexArrays(uint n, uint* arrays) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteVertexArrays, "glDeleteVertexArrays"))(n, arrays);
    public void DeleteVertexArrays(ReadOnlySpan<uint> arrays)
    {
        fixed (uint* pointer = arrays)
            DeleteVertexArrays((uint)arrays.Length, pointer);
    }

    public void DeleteVertexArray(uint arrays) => DeleteVertexArrays(1, &arrays);
    public bool IsVertexArray(uint array) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsVertexArray, "glIsVertexArray"))(array) != 0;
    public void GenFramebuffers(uint n, uint* framebuffers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenFramebuffers, "glGenFramebuffers"))(n, framebuffers);
    public void GenFramebuffers(Span<uint> framebuffers)
    {
        fixed (uint* pointer = framebuffers)
            GenFramebuffers((uint)framebuffers.Length, pointer);
    }

    public uint GenFramebuffer()
    {
        uint name;
        GenFramebuffers(1, &name);
        return name;
    }

    public void DeleteFramebuffers(uint n, uint* framebuffers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteFramebuffers, "glDeleteFramebuffers"))(n, framebuffers);
    public void DeleteFramebuffers(ReadOnlySpan<uint> framebuffers)
    {
        fixed (uint* pointer = framebuffers)
            DeleteFramebuffers((uint)framebuffers.Length, pointer);
    }

    public void DeleteFramebuffer(uint framebuffers) => DeleteFramebuffers(1, &framebuffers);
    public bool IsFramebuffer(uint framebuffer) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsFramebuffer, "glIsFramebuffer"))(framebuffer) != 0;
    public void GenRenderbuffers(uint n, uint* renderbuffers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenRenderbuffers, "glGenRenderbuffers"))(n, renderbuffers);
    public void GenRenderbuffers(Span<uint> renderbuffers)
    {
        fixed (uint* pointer = renderbuffers)
            GenRenderbuffers((uint)renderbuffers.Length, pointer);
    }

    public uint GenRenderbuffer()
    {
        uint name;
        GenRenderbuffers(1, &name);
        return name;
    }

    public void DeleteRenderbuffers(uint n, uint* renderbuffers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteRenderbuffers, "glDeleteRenderbuffers"))(n, renderbuffers);
    public void DeleteRenderbuffers(ReadOnlySpan<uint> renderbuffers)
    {
        fixed (uint* pointer = renderbuffers)
            DeleteRenderbuffers((uint)renderbuffers.Length, pointer);
    }

    public void DeleteRenderbuffer(uint renderbuffers) => DeleteRenderbuffers(1, &renderbuffers);
    public bool IsRenderbuffer(uint renderbuffer) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsRenderbuffer, "glIsRenderbuffer"))(renderbuffer) != 0;
    public void GenSamplers(uint count, uint* samplers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenSamplers, "glGenSamplers"))(count, samplers);
    public void GenSamplers(Span<uint> samplers)
    {
        fixed (uint* pointer = samplers)
            GenSamplers((uint)samplers.Length, pointer);
    }

    public uint GenSampler()
    {
        uint name;
        GenSamplers(1, &name);
        return name;
    }

    public void DeleteSamplers(uint count, uint* samplers) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteSamplers, "glDeleteSamplers"))(count, samplers);
    public void DeleteSamplers(ReadOnlySpan<uint> samplers)
    {
        fixed (uint* pointer = samplers)
            DeleteSamplers((uint)samplers.Length, pointer);
    }

    public void DeleteSampler(uint samplers) => DeleteSamplers(1, &samplers);
    public bool IsSampler(uint sampler) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsSampler, "glIsSampler"))(sampler) != 0;
    public void GenQueries(uint n, uint* ids) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glGenQueries, "glGenQueries"))(n, ids);
    public void GenQueries(Span<uint> ids)
    {
        fixed (uint* pointer = ids)
            GenQueries((uint)ids.Length, pointer);
    }

    public uint GenQuery()
    {
        uint name;
        GenQueries(1, &name);
        return name;
    }

    public void DeleteQueries(uint n, uint* ids) => ((delegate* unmanaged<uint, uint*, void>)Load(ref _glDeleteQueries, "glDeleteQueries"))(n, ids);
    public void DeleteQueries(ReadOnlySpan<uint> ids)
    {
        fixed (uint* pointer = ids)
            DeleteQueries((uint)ids.Length, pointer);
    }

    public void DeleteQuery(uint ids) => DeleteQueries(1, &ids);
    public bool IsQuery(uint id) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsQuery, "glIsQuery"))(id) != 0;
}
