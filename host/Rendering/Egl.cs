using System.Runtime.InteropServices;

namespace VolumeViewer.Host.Rendering;

/// <summary>The part of EGL that makes an OpenGL context without a window.</summary>
internal static partial class Egl
{
    public const int PlatformSurfaceless = 0x31DD;
    public const int OpenGlApi = 0x30A2;
    public const int ConfigNone = 0x3038;
    public const int SurfaceType = 0x3033;
    public const int PbufferBit = 1;
    public const int RenderableType = 0x3040;
    public const int OpenGlBit = 8;
    public const int RedSize = 0x3024;
    public const int GreenSize = 0x3023;
    public const int BlueSize = 0x3022;
    public const int ContextMajorVersion = 0x3098;
    public const int ContextMinorVersion = 0x30FB;
    public const int ContextProfileMask = 0x30FD;
    public const int CoreProfileBit = 1;
    public const int Width = 0x3057;
    public const int Height = 0x3056;

    private const string Library = "libEGL.so.1";

    [LibraryImport(Library, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    [LibraryImport(Library, EntryPoint = "eglGetDisplay")]
    public static partial nint GetDisplay(nint nativeDisplay);

    [LibraryImport(Library, EntryPoint = "eglInitialize")]
    public static partial uint Initialize(nint display, out int major, out int minor);

    [LibraryImport(Library, EntryPoint = "eglBindAPI")]
    public static partial uint BindApi(uint api);

    [LibraryImport(Library, EntryPoint = "eglChooseConfig")]
    public static partial uint ChooseConfig(nint display, int[] attributes, out nint config, int capacity, out int count);

    [LibraryImport(Library, EntryPoint = "eglCreateContext")]
    public static partial nint CreateContext(nint display, nint config, nint shared, int[] attributes);

    [LibraryImport(Library, EntryPoint = "eglCreatePbufferSurface")]
    public static partial nint CreatePbufferSurface(nint display, nint config, int[] attributes);

    [LibraryImport(Library, EntryPoint = "eglMakeCurrent")]
    public static partial uint MakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library, EntryPoint = "eglDestroySurface")]
    public static partial uint DestroySurface(nint display, nint surface);

    [LibraryImport(Library, EntryPoint = "eglDestroyContext")]
    public static partial uint DestroyContext(nint display, nint context);

    [LibraryImport(Library, EntryPoint = "eglGetError")]
    public static partial int GetError();

    /// <summary>The display of a platform, or 0 where this EGL does not know the platform.</summary>
    public static unsafe nint GetPlatformDisplay(uint platform)
    {
        var function = (delegate* unmanaged<uint, nint, int*, nint>)GetProcAddress("eglGetPlatformDisplayEXT");
        return function is null ? 0 : function(platform, 0, null);
    }
}
