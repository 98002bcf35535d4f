using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace Windowing.Tests;

/// <summary>An open window with OpenGL, closed by Dispose.</summary>
internal sealed class TestWindow : IDisposable
{
    public TestWindow(int major = 3, int minor = 3, int width = 320, int height = 240)
    {
        Window = Silk.NET.Windowing.Window.Create(WindowOptions.Default with
        {
            Size = new Vector2D<int>(width, height),
            API = new GraphicsAPI(ContextAPI.OpenGL, new APIVersion(major, minor)),
            Title = "Windowing.Tests",
            VSync = false,
        });
        Window.Initialize();
        Gl = GL.GetApi(Window);
    }

    public IWindow Window { get; }
    public GL Gl { get; }

    public void Dispose() => Window.Dispose();

    /// <summary>The colour of one pixel of the back buffer, counted from the top left as windows are.</summary>
    public (byte R, byte G, byte B, byte A) Pixel(int x, int y)
    {
        var pixel = new byte[4];
        Gl.ReadPixels(x, Window.FramebufferSize.Y - 1 - y, 1, 1, PixelFormat.Rgba, PixelType.UnsignedByte, out pixel[0]);
        return (pixel[0], pixel[1], pixel[2], pixel[3]);
    }
}
