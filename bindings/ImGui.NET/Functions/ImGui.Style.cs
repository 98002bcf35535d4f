using System.Numerics;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static Vector4* GetStyleColorVec4(ImGuiCol idx) => Native.igGetStyleColorVec4(idx);
    public static uint GetColorU32(ImGuiCol idx) => GetColorU32(idx, 1.0f);
    public static uint GetColorU32(ImGuiCol idx, float alpha_mul) => Native.igGetColorU32_Col(idx, alpha_mul);
    public static uint GetColorU32(Vector4 col) => Native.igGetColorU32_Vec4(col);
    public static uint GetColorU32(uint col) => GetColorU32(col, 1.0f);
    public static uint GetColorU32(uint col, float alpha_mul) => Native.igGetColorU32_U32(col, alpha_mul);
    public static void PushStyleColor(ImGuiCol idx, uint col) => Native.igPushStyleColor_U32(idx, col);
    public static void PushStyleColor(ImGuiCol idx, Vector4 col) => Native.igPushStyleColor_Vec4(idx, col);
    public static void PopStyleColor() => PopStyleColor(1);
    public static void PopStyleColor(int count) => Native.igPopStyleColor(count);
    public static void PushStyleVar(ImGuiStyleVar idx, float val) => Native.igPushStyleVar_Float(idx, val);
    public static void PushStyleVar(ImGuiStyleVar idx, Vector2 val) => Native.igPushStyleVar_Vec2(idx, val);
    public static void PopStyleVar() => PopStyleVar(1);
    public static void PopStyleVar(int count) => Native.igPopStyleVar(count);
    public static void StyleColorsDark() => Native.igStyleColorsDark();
    public static void StyleColorsLight() => Native.igStyleColorsLight();
    public static void StyleColorsClassic() => Native.igStyleColorsClassic();
}
