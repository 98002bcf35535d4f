using Silk.NET.Core;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

internal sealed class GlfwCursor(nint window) : ICursor
{
    private const int InputModeCursor = 0x00033001, InputModeRawMotion = 0x00033005;
    private const int CursorNormal = 0x00034001, CursorHidden = 0x00034002, CursorDisabled = 0x00034003;

    private nint _handle;
    private CursorType _type;
    private StandardCursor _standard;
    private CursorMode _mode;
    private RawImage _image;
    private (int X, int Y) _hotspot;

    public CursorType Type
    {
        get => _type;
        set
        {
            _type = value;
            Show();
        }
    }

    public StandardCursor StandardCursor
    {
        get => _standard;
        set
        {
            if (value == _standard)
                return;
            _standard = value;
            if (_type == CursorType.Standard)
                Show();
        }
    }

    public CursorMode CursorMode
    {
        get => _mode;
        set
        {
            _mode = value;
            GlfwNative.glfwSetInputMode(window, InputModeCursor, value switch
            {
                CursorMode.Hidden => CursorHidden,
                CursorMode.Disabled or CursorMode.Raw => CursorDisabled,
                _ => CursorNormal,
            });
            GlfwNative.glfwSetInputMode(window, InputModeRawMotion, value == CursorMode.Raw ? 1 : 0);
        }
    }

    public int HotspotX
    {
        get => _hotspot.X;
        set => ChangeCustom(_image, (value, _hotspot.Y));
    }

    public int HotspotY
    {
        get => _hotspot.Y;
        set => ChangeCustom(_image, (_hotspot.X, value));
    }

    public RawImage Image
    {
        get => _image;
        set => ChangeCustom(value, _hotspot);
    }

    public bool IsSupported(CursorMode mode) => true;
    public bool IsSupported(StandardCursor standardCursor) => standardCursor == StandardCursor.Default || Shape(standardCursor) != 0;

    /// <summary>Gives the native cursor back; the window shows the system's own again.</summary>
    internal void Release() => Use(0);

    private void ChangeCustom(RawImage image, (int X, int Y) hotspot)
    {
        (_image, _hotspot) = (image, hotspot);
        if (_type == CursorType.Custom)
            Show();
    }

    private void Show() => Use(_type == CursorType.Custom ? CreateCustom()
        : Shape(_standard) is var shape and not 0 ? GlfwNative.glfwCreateStandardCursor(shape)
        : 0);

    private void Use(nint cursor)
    {
        GlfwNative.glfwSetCursor(window, cursor);
        if (_handle != 0)
            GlfwNative.glfwDestroyCursor(_handle);
        _handle = cursor;
    }

    private unsafe nint CreateCustom()
    {
        if (_image.Pixels.Length == 0)
            return 0;
        using var pin = _image.Pixels.Pin();
        var image = new GlfwImage { Width = _image.Width, Height = _image.Height, Pixels = (byte*)pin.Pointer };
        return GlfwNative.glfwCreateCursor(&image, _hotspot.X, _hotspot.Y);
    }

    // GLFW 3.3 has these shapes and no others; where there is none, the system's own arrow stays.
    private static int Shape(StandardCursor cursor) => cursor switch
    {
        StandardCursor.Arrow => 0x00036001,
        StandardCursor.IBeam => 0x00036002,
        StandardCursor.Crosshair => 0x00036003,
        StandardCursor.Hand => 0x00036004,
        StandardCursor.HResize => 0x00036005,
        StandardCursor.VResize => 0x00036006,
        _ => 0,
    };
}
