namespace Silk.NET.OpenGL;

[Flags]
public enum ClearBufferMask : uint
{
    None = 0x0,
    DepthBufferBit = 0x100,
    StencilBufferBit = 0x400,
    ColorBufferBit = 0x4000,
}
