using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImGuiViewportPtr
{
    public ImGuiViewport* NativePtr { get; }
    public ImGuiViewportPtr(ImGuiViewport* nativePtr) => NativePtr = nativePtr;
    public ImGuiViewportPtr(IntPtr nativePtr) => NativePtr = (ImGuiViewport*)nativePtr;
    public static implicit operator ImGuiViewportPtr(ImGuiViewport* nativePtr) => new(nativePtr);
    public static implicit operator ImGuiViewport*(ImGuiViewportPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImGuiViewportPtr(IntPtr nativePtr) => new(nativePtr);
    public ref ImGuiViewportFlags Flags => ref Unsafe.AsRef<ImGuiViewportFlags>(&NativePtr->Flags);
    public ref Vector2 Pos => ref Unsafe.AsRef<Vector2>(&NativePtr->Pos);
    public ref Vector2 Size => ref Unsafe.AsRef<Vector2>(&NativePtr->Size);
    public ref Vector2 WorkPos => ref Unsafe.AsRef<Vector2>(&NativePtr->WorkPos);
    public ref Vector2 WorkSize => ref Unsafe.AsRef<Vector2>(&NativePtr->WorkSize);
    public Vector2 GetCenter() => Pos + (Size * 0.5f);
    public Vector2 GetWorkCenter() => WorkPos + (WorkSize * 0.5f);
}
