using System.Numerics;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static void Bullet() => Native.igBullet();
    public static void BulletText(string fmt) => Native.igBulletText(fmt);
    public static void LabelText(string label, string fmt) => Native.igLabelText(label, fmt);
    public static void Text(string fmt) => Native.igText(fmt);
    public static void TextColored(Vector4 col, string fmt) => Native.igTextColored(col, fmt);
    public static void TextDisabled(string fmt) => Native.igTextDisabled(fmt);
    public static void TextUnformatted(string text) => Native.igTextUnformatted(text);
    public static void TextWrapped(string fmt) => Native.igTextWrapped(fmt);
}
