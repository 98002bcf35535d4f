namespace Silk.NET.Windowing.Glfw;

internal unsafe struct GlfwImage
{
    public int Width;
    public int Height;
    public byte* Pixels;
}
