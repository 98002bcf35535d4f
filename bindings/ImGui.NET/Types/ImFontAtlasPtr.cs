using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImFontAtlasPtr
{
    public ImFontAtlas* NativePtr { get; }
    public ImFontAtlasPtr(ImFontAtlas* nativePtr) => NativePtr = nativePtr;
    public ImFontAtlasPtr(IntPtr nativePtr) => NativePtr = (ImFontAtlas*)nativePtr;
    public static implicit operator ImFontAtlasPtr(ImFontAtlas* nativePtr) => new(nativePtr);
    public static implicit operator ImFontAtlas*(ImFontAtlasPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImFontAtlasPtr(IntPtr nativePtr) => new(nativePtr);
    public ref ImFontAtlasFlags Flags => ref Unsafe.AsRef<ImFontAtlasFlags>(&NativePtr->Flags);
    public ref IntPtr TexID => ref Unsafe.AsRef<IntPtr>(&NativePtr->TexID);
    public ref int TexDesiredWidth => ref Unsafe.AsRef<int>(&NativePtr->TexDesiredWidth);
    public ref int TexGlyphPadding => ref Unsafe.AsRef<int>(&NativePtr->TexGlyphPadding);
    public ref int TexWidth => ref Unsafe.AsRef<int>(&NativePtr->TexWidth);
    public ref int TexHeight => ref Unsafe.AsRef<int>(&NativePtr->TexHeight);
    public ref Vector2 TexUvScale => ref Unsafe.AsRef<Vector2>(&NativePtr->TexUvScale);
    public ref Vector2 TexUvWhitePixel => ref Unsafe.AsRef<Vector2>(&NativePtr->TexUvWhitePixel);
}
