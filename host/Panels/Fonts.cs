using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The fonts of the window: the best that is installed, looked for here and nowhere else.</summary>
internal static class Fonts
{
    private const float BodySize = 15, TitleSize = 22, SmallSize = 12.5f;

    // Pairs of a regular and a stronger cut, the most wanted first.
    private static readonly (string Regular, string Strong)[] Candidates =
    [
        ("/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"),
        ("/usr/share/fonts/truetype/inter/Inter-Regular.ttf", "/usr/share/fonts/truetype/inter/Inter-SemiBold.ttf"),
        (WindowsFont("segoeui.ttf"), WindowsFont("seguisb.ttf")),
        ("/System/Library/Fonts/Supplemental/Arial Unicode.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
        ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
        ("/usr/share/fonts/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans-Bold.ttf"),
    ];

    // Latin with accents, Greek, dashes and quotes, superscripts, arrows, mathematical signs. Dear ImGui reads the ranges
    // until the atlas is built, so the array stays where it is for good.
    private static readonly ushort[] Ranges = Pinned(
        0x0020, 0x024F, 0x0370, 0x03FF, 0x2010, 0x2027, 0x2030, 0x203A, 0x2070, 0x209C, 0x2190, 0x2193, 0x2200, 0x2265, 0xFFFD, 0xFFFD, 0);

    /// <summary>For text.</summary>
    public static ImFontPtr Body { get; private set; }

    /// <summary>For headings.</summary>
    public static ImFontPtr Strong { get; private set; }

    /// <summary>For what stands large.</summary>
    public static ImFontPtr Title { get; private set; }

    /// <summary>For marks of axes and the like.</summary>
    public static ImFontPtr Small { get; private set; }

    /// <summary>Adds the fonts to the current context; to be called before its atlas is built.</summary>
    /// <param name="scale">Pixels of one unit of the design.</param>
    /// <param name="framebufferScale">Pixels of the framebuffer for one of the window.</param>
    public static void Load(float scale, float framebufferScale)
    {
        var found = Array.FindIndex(Candidates, candidate => File.Exists(candidate.Regular));
        if (found < 0)
        {
            Body = Strong = Title = Small = ImGui.GetIO().Fonts.AddFontDefault();
            return;
        }
        var (regular, strong) = Candidates[found];
        if (!File.Exists(strong))
            strong = regular;
        var density = scale * framebufferScale;
        Body = Add(regular, BodySize * density);
        Strong = Add(strong, BodySize * density);
        Title = Add(strong, TitleSize * density);
        Small = Add(regular, SmallSize * density);
        // The atlas is as fine as the framebuffer, the layout counts in pixels of the window.
        ImGui.GetIO().FontGlobalScale = 1 / framebufferScale;
    }

    // Whole pixels, so that stems are sharp.
    private static unsafe ImFontPtr Add(string file, float size)
    {
        fixed (ushort* ranges = Ranges)
        {
            var font = ImGui.GetIO().Fonts.AddFontFromFileTTF(file, MathF.Round(size), default(ImFontConfigPtr), (IntPtr)ranges);
            return font.NativePtr is null ? ImGui.GetIO().Fonts.AddFontDefault() : font;
        }
    }

    private static string WindowsFont(string file) => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Fonts), file);

    private static ushort[] Pinned(params ReadOnlySpan<ushort> values)
    {
        var array = GC.AllocateUninitializedArray<ushort>(values.Length, pinned: true);
        values.CopyTo(array);
        return array;
    }
}
