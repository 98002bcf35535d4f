using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static void EndFrame() => Native.igEndFrame();
    public static string GetClipboardText() => Marshal.PtrToStringUTF8(Native.igGetClipboardText());
    public static IntPtr GetCurrentContext() => Native.igGetCurrentContext();
    public static ImDrawDataPtr GetDrawData() => Native.igGetDrawData();
    public static ImFontPtr GetFont() => Native.igGetFont();
    public static float GetFontSize() => Native.igGetFontSize();
    public static int GetFrameCount() => Native.igGetFrameCount();
    public static ImGuiIOPtr GetIO() => Native.igGetIO();
    public static ImGuiViewportPtr GetMainViewport() => Native.igGetMainViewport();
    public static ImGuiStylePtr GetStyle() => Native.igGetStyle();
    public static double GetTime() => Native.igGetTime();
    public static void Render() => Native.igRender();
    public static void SetClipboardText(string text) => Native.igSetClipboardText(text);
    public static void SetCurrentContext(IntPtr ctx) => Native.igSetCurrentContext(ctx);
    public static void ShowDemoWindow() => ShowDemoWindow(ref Unsafe.NullRef<bool>());
    public static void ShowDemoWindow(ref bool p_open) => Native.igShowDemoWindow(ref Unsafe.As<bool, byte>(ref p_open));
    public static void ShowMetricsWindow() => ShowMetricsWindow(ref Unsafe.NullRef<bool>());
    public static void ShowMetricsWindow(ref bool p_open) => Native.igShowMetricsWindow(ref Unsafe.As<bool, byte>(ref p_open));
    public static bool ShowStyleSelector(string label) => Native.igShowStyleSelector(label);
    public static void ShowUserGuide() => Native.igShowUserGuide();
}
