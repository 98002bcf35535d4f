using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial Vector4* vvStyleColors(ImGuiStyle* style);

    [LibraryImport(Library)]
    internal static partial Vector4* igGetStyleColorVec4(ImGuiCol idx);

    [LibraryImport(Library)]
    internal static partial uint igGetColorU32_Col(ImGuiCol idx, float alpha_mul);

    [LibraryImport(Library)]
    internal static partial uint igGetColorU32_Vec4(Vector4 col);

    [LibraryImport(Library)]
    internal static partial uint igGetColorU32_U32(uint col, float alpha_mul);

    [LibraryImport(Library)]
    internal static partial void igPushStyleColor_Vec4(ImGuiCol idx, Vector4 col);

    [LibraryImport(Library)]
    internal static partial void igPushStyleColor_U32(ImGuiCol idx, uint col);

    [LibraryImport(Library)]
    internal static partial void igPopStyleColor(int count);

    [LibraryImport(Library)]
    internal static partial void igPushStyleVar_Float(ImGuiStyleVar idx, float val);

    [LibraryImport(Library)]
    internal static partial void igPushStyleVar_Vec2(ImGuiStyleVar idx, Vector2 val);

    [LibraryImport(Library)]
    internal static partial void igPopStyleVar(int count);

    [LibraryImport(Library)]
    internal static partial void igStyleColorsDark();

    [LibraryImport(Library)]
    internal static partial void igStyleColorsLight();

    [LibraryImport(Library)]
    internal static partial void igStyleColorsClassic();

    [LibraryImport(Library)]
    internal static partial void ImGuiStyle_ScaleAllSizes(ImGuiStyle* self, float scale_factor);
}
