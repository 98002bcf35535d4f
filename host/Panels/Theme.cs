using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Colours and measures of the window.</summary>
internal static class Theme
{
    // A ground of blackish blue-grey in four steps, one accent, two strengths of text. Muted text has a contrast above 6 : 1 on every ground.
    public static readonly Vector4 Ground = Of("#0d1116"), Panel = Of("#141a21"), Raised = Of("#1c242e"), Frame = Of("#232d39"),
        FrameHovered = Of("#2c3947"), FrameActive = Of("#35465a"), Line = Of("#2a3441"),
        Text = Of("#e8edf3"), Muted = Of("#a3b0bf"), Accent = Of("#4fb4e8"), AccentHovered = Of("#79c8f0"), AccentDim = Of("#24506d"), AccentMiddle = Of("#296b93"), OnAccent = Of("#06131c"),
        Error = Of("#ff8a80"), ErrorGround = Of("#3a1d20"), Good = Of("#7fd49b"), Warning = Of("#f0c068"), ViewGround = Of("#07090c");

    /// <summary>The colours of curves in charts, told apart by people who do not see red or green well.</summary>
    public static readonly Vector4[] Curves =
        [Of("#4fb4e8"), Of("#f0a440"), Of("#63cdb4"), Of("#e2758f"), Of("#a99bea"), Of("#c9d65b"), Of("#f2d8b0"), Of("#b8bec6")];

    /// <summary>Pixels of one unit of the design.</summary>
    public static float Scale { get; private set; } = 1;

    /// <summary>Room between things, and around them.</summary>
    public static float Gap => 8 * Scale;

    /// <summary>The colour of an axis in every view.</summary>
    public static Vector4 AxisColor(Axis axis) => axis switch
    {
        Axis.Z => Of("#7fb0f5"),
        Axis.Y => Of("#8fd07c"),
        _ => Of("#ef857f"),
    };

    /// <summary>Lengths are given for scale 1.</summary>
    public static float Px(float length) => MathF.Round(length * Scale);

    public static uint U32(Vector4 color) => ImGui.ColorConvertFloat4ToU32(color);

    public static uint U32(Vector4 color, float opacity) => ImGui.ColorConvertFloat4ToU32(color with { W = color.W * opacity });

    public static Vector4 Of(Rgba color) => new Vector4(color.R, color.G, color.B, color.A) / 255;

    public static Rgba ToRgba(Vector4 color) => new(Byte(color.X), Byte(color.Y), Byte(color.Z), Byte(color.W));

    /// <summary>Sets the current context's style.</summary>
    public static void Apply(float scale)
    {
        Scale = scale;
        ImGui.StyleColorsDark();
        var style = ImGui.GetStyle();
        style.WindowPadding = new Vector2(Px(12), Px(10));
        style.FramePadding = new Vector2(Px(8), Px(4));
        style.ItemSpacing = new Vector2(Px(8), Px(6));
        style.ItemInnerSpacing = new Vector2(Px(6), Px(4));
        style.CellPadding = new Vector2(Px(6), Px(3));
        style.IndentSpacing = Px(14);
        style.ScrollbarSize = Px(10);
        style.GrabMinSize = Px(10);
        style.WindowRounding = style.PopupRounding = Px(8);
        style.ChildRounding = Px(6);
        style.FrameRounding = style.GrabRounding = style.TabRounding = Px(5);
        style.ScrollbarRounding = Px(5);
        style.WindowBorderSize = style.ChildBorderSize = 0;
        style.PopupBorderSize = 1;
        style.FrameBorderSize = style.TabBorderSize = 0;
        style.DisabledAlpha = 0.5f;
        Color(style);
    }

    private static void Color(ImGuiStylePtr style)
    {
        var colors = style.Colors;
        void Set(ImGuiCol which, Vector4 color) => colors[(int)which] = color;

        Set(ImGuiCol.Text, Text);
        Set(ImGuiCol.TextDisabled, Muted);
        Set(ImGuiCol.WindowBg, Panel);
        Set(ImGuiCol.ChildBg, default);
        Set(ImGuiCol.PopupBg, Raised);
        Set(ImGuiCol.Border, Line);
        Set(ImGuiCol.BorderShadow, default);
        Set(ImGuiCol.FrameBg, Frame);
        Set(ImGuiCol.FrameBgHovered, FrameHovered);
        Set(ImGuiCol.FrameBgActive, FrameActive);
        Set(ImGuiCol.TitleBg, Raised);
        Set(ImGuiCol.TitleBgActive, Raised);
        Set(ImGuiCol.TitleBgCollapsed, Raised);
        Set(ImGuiCol.MenuBarBg, Ground);
        Set(ImGuiCol.ScrollbarBg, default);
        Set(ImGuiCol.ScrollbarGrab, FrameHovered);
        Set(ImGuiCol.ScrollbarGrabHovered, FrameActive);
        Set(ImGuiCol.ScrollbarGrabActive, Accent);
        Set(ImGuiCol.CheckMark, Accent);
        // The number of a slider stands on its grab.
        Set(ImGuiCol.SliderGrab, AccentMiddle);
        Set(ImGuiCol.SliderGrabActive, AccentMiddle);
        Set(ImGuiCol.Button, Frame);
        Set(ImGuiCol.ButtonHovered, FrameHovered);
        Set(ImGuiCol.ButtonActive, FrameActive);
        Set(ImGuiCol.Header, AccentDim);
        Set(ImGuiCol.HeaderHovered, FrameHovered);
        Set(ImGuiCol.HeaderActive, FrameActive);
        Set(ImGuiCol.Separator, Line);
        Set(ImGuiCol.SeparatorHovered, Accent);
        Set(ImGuiCol.SeparatorActive, Accent);
        Set(ImGuiCol.ResizeGrip, default);
        Set(ImGuiCol.ResizeGripHovered, FrameHovered);
        Set(ImGuiCol.ResizeGripActive, Accent);
        Set(ImGuiCol.Tab, Panel);
        Set(ImGuiCol.TabHovered, FrameHovered);
        Set(ImGuiCol.TabSelected, AccentDim);
        Set(ImGuiCol.TabDimmed, Panel);
        Set(ImGuiCol.TabDimmedSelected, AccentDim);
        Set(ImGuiCol.PlotLines, Accent);
        Set(ImGuiCol.PlotHistogram, Accent);
        Set(ImGuiCol.TableHeaderBg, Raised);
        Set(ImGuiCol.TableBorderStrong, Line);
        Set(ImGuiCol.TableBorderLight, Line);
        Set(ImGuiCol.TableRowBg, default);
        Set(ImGuiCol.TableRowBgAlt, Raised with { W = 0.5f });
        Set(ImGuiCol.TextSelectedBg, AccentDim);
        Set(ImGuiCol.DragDropTarget, Accent);
        Set(ImGuiCol.NavCursor, Accent);
        Set(ImGuiCol.ModalWindowDimBg, Ground with { W = 0.6f });
    }

    private static Vector4 Of(string hex) => Of(Rgba.Parse(hex));

    private static byte Byte(float value) => (byte)MathF.Round(Math.Clamp(value, 0, 1) * 255);
}
