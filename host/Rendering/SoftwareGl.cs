using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>Tells whether OpenGL draws on the processor, because there is no graphics card or no driver for it.</summary>
internal static class SoftwareGl
{
    private static readonly string[] Names = ["llvmpipe", "softpipe", "swrast", "swiftshader", "software rasterizer", "gdi generic"];

    /// <summary>Whether a context does.</summary>
    public static bool Is(GL gl) => IsName(gl.GetStringS(StringName.Renderer));

    /// <summary>Whether a driver of this name does, such as "llvmpipe (LLVM 15.0.6, 256 bits)".</summary>
    public static bool IsName(string renderer) => Names.Any(name => renderer.Contains(name, StringComparison.OrdinalIgnoreCase));
}
