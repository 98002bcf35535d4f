using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImDrawListPtr
{
    public ImDrawList* NativePtr { get; }
    public ImDrawListPtr(ImDrawList* nativePtr) => NativePtr = nativePtr;
    public ImDrawListPtr(IntPtr nativePtr) => NativePtr = (ImDrawList*)nativePtr;
    public static implicit operator ImDrawListPtr(ImDrawList* nativePtr) => new(nativePtr);
    public static implicit operator ImDrawList*(ImDrawListPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImDrawListPtr(IntPtr nativePtr) => new(nativePtr);
    public ImPtrVector<ImDrawCmdPtr> CmdBuffer => new(NativePtr->CmdBuffer, Unsafe.SizeOf<ImDrawCmd>());
    public ImVector<ushort> IdxBuffer => new(NativePtr->IdxBuffer);
    public ImPtrVector<ImDrawVertPtr> VtxBuffer => new(NativePtr->VtxBuffer, Unsafe.SizeOf<ImDrawVert>());
    public ref ImDrawListFlags Flags => ref Unsafe.AsRef<ImDrawListFlags>(&NativePtr->Flags);

    public void AddText(Vector2 pos, uint col, string text_begin) => Native.ImDrawList_AddText_Vec2(NativePtr, pos, col, text_begin);
    public void AddText(ImFontPtr font, float font_size, Vector2 pos, uint col, string text_begin) => AddText(font, font_size, pos, col, text_begin, 0.0f);
    public void AddText(ImFontPtr font, float font_size, Vector2 pos, uint col, string text_begin, float wrap_width) =>
        Native.ImDrawList_AddText_FontPtr(NativePtr, font, font_size, pos, col, text_begin, wrap_width);
}
