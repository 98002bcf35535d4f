using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImDrawDataPtr
{
    public ImDrawData* NativePtr { get; }
    public ImDrawDataPtr(ImDrawData* nativePtr) => NativePtr = nativePtr;
    public ImDrawDataPtr(IntPtr nativePtr) => NativePtr = (ImDrawData*)nativePtr;
    public static implicit operator ImDrawDataPtr(ImDrawData* nativePtr) => new(nativePtr);
    public static implicit operator ImDrawData*(ImDrawDataPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImDrawDataPtr(IntPtr nativePtr) => new(nativePtr);
    public ref bool Valid => ref Unsafe.AsRef<bool>(&NativePtr->Valid);
    public ref int CmdListsCount => ref Unsafe.AsRef<int>(&NativePtr->CmdListsCount);
    public ref int TotalIdxCount => ref Unsafe.AsRef<int>(&NativePtr->TotalIdxCount);
    public ref int TotalVtxCount => ref Unsafe.AsRef<int>(&NativePtr->TotalVtxCount);
    public ImVector<ImDrawListPtr> CmdLists => new(NativePtr->CmdListsCount, NativePtr->CmdListsCount, (IntPtr)NativePtr->Lists);
    public ref Vector2 DisplayPos => ref Unsafe.AsRef<Vector2>(&NativePtr->DisplayPos);
    public ref Vector2 DisplaySize => ref Unsafe.AsRef<Vector2>(&NativePtr->DisplaySize);
    public ref Vector2 FramebufferScale => ref Unsafe.AsRef<Vector2>(&NativePtr->FramebufferScale);
    public void ScaleClipRects(Vector2 fb_scale) => Native.ImDrawData_ScaleClipRects(NativePtr, fb_scale);
}
