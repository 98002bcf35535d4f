using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndFrame();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IntPtr igGetClipboardText();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IntPtr igGetCurrentContext();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImDrawData* igGetDrawData();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImFont* igGetFont();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetFontSize();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int igGetFrameCount();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiIO* igGetIO();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiViewport* igGetMainViewport();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiStyle* igGetStyle();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial double igGetTime();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igRender();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetClipboardText(string text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetCurrentContext(IntPtr ctx);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igShowDemoWindow(ref byte p_open);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igShowMetricsWindow(ref byte p_open);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igShowStyleSelector(string label);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igShowUserGuide();
}
