namespace ImGuiNET;

public unsafe partial struct ImFontGlyphRangesBuilderPtr
{
    public ImFontGlyphRangesBuilder* NativePtr { get; }
    public ImFontGlyphRangesBuilderPtr(ImFontGlyphRangesBuilder* nativePtr) => NativePtr = nativePtr;
    public ImFontGlyphRangesBuilderPtr(IntPtr nativePtr) => NativePtr = (ImFontGlyphRangesBuilder*)nativePtr;
    public static implicit operator ImFontGlyphRangesBuilderPtr(ImFontGlyphRangesBuilder* nativePtr) => new(nativePtr);
    public static implicit operator ImFontGlyphRangesBuilder*(ImFontGlyphRangesBuilderPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImFontGlyphRangesBuilderPtr(IntPtr nativePtr) => new(nativePtr);
    public void AddChar(ushort c) => Native.ImFontGlyphRangesBuilder_AddChar(NativePtr, c);
    public void AddText(string text) => Native.ImFontGlyphRangesBuilder_AddText(NativePtr, text);
    public void AddRanges(IntPtr ranges) => Native.ImFontGlyphRangesBuilder_AddRanges(NativePtr, ranges);
    public void BuildRanges(out ImVector out_ranges) => Native.ImFontGlyphRangesBuilder_BuildRanges(NativePtr, out out_ranges);
    public void Destroy() => Native.ImFontGlyphRangesBuilder_destroy(NativePtr);
}
