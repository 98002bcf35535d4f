using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial void ImGuiIO_AddMousePosEvent(ImGuiIO* self, float x, float y);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_AddMouseButtonEvent(ImGuiIO* self, int button, [MarshalAs(UnmanagedType.U1)] bool down);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_AddMouseWheelEvent(ImGuiIO* self, float wheel_x, float wheel_y);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_AddKeyEvent(ImGuiIO* self, ImGuiKey key, [MarshalAs(UnmanagedType.U1)] bool down);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_AddInputCharacter(ImGuiIO* self, uint c);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_AddFocusEvent(ImGuiIO* self, [MarshalAs(UnmanagedType.U1)] bool focused);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_ClearEventsQueue(ImGuiIO* self);

    [LibraryImport(Library)]
    internal static partial void ImGuiIO_ClearInputKeys(ImGuiIO* self);
}
