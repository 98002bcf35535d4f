namespace Silk.NET.Windowing.Glfw;

/// <summary>GLFW's names of window hints and attributes, and of some of their values.</summary>
internal static class GlfwHint
{
    internal const int DontCare = -1;

    internal const int Iconified = 0x00020002;
    internal const int Resizable = 0x00020003;
    internal const int Visible = 0x00020004;
    internal const int Decorated = 0x00020005;
    internal const int Floating = 0x00020007;
    internal const int Maximized = 0x00020008;
    internal const int TransparentFramebuffer = 0x0002000A;

    internal const int RedBits = 0x00021001;
    internal const int GreenBits = 0x00021002;
    internal const int BlueBits = 0x00021003;
    internal const int AlphaBits = 0x00021004;
    internal const int DepthBits = 0x00021005;
    internal const int StencilBits = 0x00021006;
    internal const int Samples = 0x0002100D;
    internal const int RefreshRate = 0x0002100F;

    internal const int ClientApi = 0x00022001;
    internal const int ContextVersionMajor = 0x00022002;
    internal const int ContextVersionMinor = 0x00022003;
    internal const int OpenGlForwardCompat = 0x00022006;
    internal const int OpenGlDebugContext = 0x00022007;
    internal const int OpenGlProfile = 0x00022008;
    internal const int X11ClassName = 0x00024001;

    internal const int NoApi = 0;
    internal const int OpenGlApi = 0x00030001;
    internal const int OpenGlEsApi = 0x00030002;
    internal const int CoreProfile = 0x00032001;
    internal const int CompatProfile = 0x00032002;
}
