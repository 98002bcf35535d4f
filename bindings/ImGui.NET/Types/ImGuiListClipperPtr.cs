using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImGuiListClipperPtr
{
    public ImGuiListClipper* NativePtr { get; }
    public ImGuiListClipperPtr(ImGuiListClipper* nativePtr) => NativePtr = nativePtr;
    public ImGuiListClipperPtr(IntPtr nativePtr) => NativePtr = (ImGuiListClipper*)nativePtr;
    public static implicit operator ImGuiListClipperPtr(ImGuiListClipper* nativePtr) => new(nativePtr);
    public static implicit operator ImGuiListClipper*(ImGuiListClipperPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImGuiListClipperPtr(IntPtr nativePtr) => new(nativePtr);
    public ref int DisplayStart => ref Unsafe.AsRef<int>(&NativePtr->DisplayStart);
    public ref int DisplayEnd => ref Unsafe.AsRef<int>(&NativePtr->DisplayEnd);
    public ref int ItemsCount => ref Unsafe.AsRef<int>(&NativePtr->ItemsCount);
    public ref float ItemsHeight => ref Unsafe.AsRef<float>(&NativePtr->ItemsHeight);
    public ref float StartPosY => ref Unsafe.AsRef<float>(&NativePtr->StartPosY);
}
