using ImGuiNET;

namespace Windowing.Tests;

/// <summary>The stand-in's structs are laid out as the library's; of the packages this is not asked.</summary>
public sealed unsafe class StructSizeTests
{
    public static TheoryData<int, int> Sizes => new()
    {
        { 0, sizeof(ImGuiIO) }, { 1, sizeof(ImGuiStyle) }, { 2, sizeof(ImFontConfig) }, { 3, sizeof(ImGuiViewport) }, { 4, sizeof(ImDrawCmd) },
        { 5, sizeof(ImDrawVert) }, { 6, sizeof(ImDrawData) }, { 8, sizeof(ImGuiListClipper) }, { 9, sizeof(ImFont) }, { 10, sizeof(ImFontAtlas) },
        { 11, sizeof(ImGuiPayload) }, { 12, sizeof(ImGuiTableSortSpecs) }, { 13, sizeof(ImGuiTableColumnSortSpecs) }, { 14, sizeof(ushort) },
    };

    [Theory, MemberData(nameof(Sizes))]
    public void SizeOf_EachStruct_IsThatOfTheLibrary(int which, int size) => Assert.Equal(Native.vvSizeOf(which), size);
}
