using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImFontPtr
{
    public ImFont* NativePtr { get; }
    public ImFontPtr(ImFont* nativePtr) => NativePtr = nativePtr;
    public ImFontPtr(IntPtr nativePtr) => NativePtr = (ImFont*)nativePtr;
    public static implicit operator ImFontPtr(ImFont* nativePtr) => new(nativePtr);
    public static implicit operator ImFont*(ImFontPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImFontPtr(IntPtr nativePtr) => new(nativePtr);
    public ref float FontSize => ref Unsafe.AsRef<float>(&NativePtr->FontSize);
    public ref float Scale => ref Unsafe.AsRef<float>(&NativePtr->Scale);
    public ref float Ascent => ref Unsafe.AsRef<float>(&NativePtr->Ascent);
    public ref float Descent => ref Unsafe.AsRef<float>(&NativePtr->Descent);
    public ref float FallbackAdvanceX => ref Unsafe.AsRef<float>(&NativePtr->FallbackAdvanceX);
    public ImFontAtlasPtr ContainerAtlas => new(NativePtr->ContainerAtlas);
}
