using System.Runtime.InteropServices;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static IntPtr CreateContext() => CreateContext(default);
    public static IntPtr CreateContext(ImFontAtlasPtr shared_font_atlas) => Native.igCreateContext(shared_font_atlas);
    public static void DestroyContext() => DestroyContext(IntPtr.Zero);
    public static void DestroyContext(IntPtr ctx) => Native.igDestroyContext(ctx);
    public static void NewFrame() => Native.igNewFrame();
    public static string GetVersion() => Marshal.PtrToStringUTF8(Native.igGetVersion());
    public static ImDrawListPtr GetBackgroundDrawList() => Native.igGetBackgroundDrawList();
    public static ImDrawListPtr GetForegroundDrawList() => Native.igGetForegroundDrawList();
    public static void SetNextFrameWantCaptureKeyboard(bool want_capture_keyboard) => Native.igSetNextFrameWantCaptureKeyboard(want_capture_keyboard);
    public static void SetNextFrameWantCaptureMouse(bool want_capture_mouse) => Native.igSetNextFrameWantCaptureMouse(want_capture_mouse);
}
