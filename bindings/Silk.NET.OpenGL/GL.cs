using System.Drawing;
using System.Runtime.CompilerServices;
using Silk.NET.Core.Contexts;
using Silk.NET.Core.Native;
using Silk.NET.Maths;

namespace Silk.NET.OpenGL;

/// <summary>OpenGL's functions, each found by name when it is first called.</summary>
public unsafe partial class GL : NativeAPI
{
    private HashSet<string>? _extensions;

    public GL(INativeContext ctx) : base(ctx)
    {
    }

    public static GL GetApi(IGLContextSource contextSource) => GetApi(contextSource.GLContext
        ?? throw new InvalidOperationException("The window has no OpenGL context: initialise it first, with GraphicsAPI.API = ContextAPI.OpenGL."));

    public static GL GetApi(IGLContext ctx) => GetApi((INativeContext)ctx);
    public static GL GetApi(Func<string, nint> getProcAddress) => GetApi(new LamdaNativeContext(getProcAddress));
    public static GL GetApi(INativeContext ctx) => new(ctx);

    public override bool IsExtensionPresent(string extension)
    {
        _extensions ??= Enumerable.Range(0, GetInteger(GLEnum.NumExtensions)).Select(i => GetStringS(StringName.Extensions, (uint)i)).ToHashSet();
        return _extensions.Contains(extension.StartsWith("GL_", StringComparison.Ordinal) ? extension : "GL_" + extension);
    }

    public void ClearColor(Color color) => ClearColor(color.R / 255.0f, color.G / 255.0f, color.B / 255.0f, color.A / 255.0f);
    public void Viewport(Vector2D<int> size) => Viewport(0, 0, (uint)size.X, (uint)size.Y);
    public void Viewport(Vector2D<int> location, Vector2D<int> size) => Viewport(location.X, location.Y, (uint)size.X, (uint)size.Y);
    public void Viewport(Size size) => Viewport(0, 0, (uint)size.Width, (uint)size.Height);
    public void Viewport(Point location, Size size) => Viewport(location.X, location.Y, (uint)size.Width, (uint)size.Height);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Load(ref nint slot, string name) => slot != 0 ? slot : slot = Context.GetProcAddress(name);

    private static byte ToByte(bool value) => value ? (byte)1 : (byte)0;
}
