using System.Numerics;
using System.Reflection;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class ContrastTests
{
    // Success criterion 1.4.3 of WCAG 2.2, for text of ordinary size.
    private const double LeastContrast = 4.5;

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var text in new[] { nameof(Theme.Text), nameof(Theme.Muted), nameof(Theme.Accent), nameof(Theme.Error), nameof(Theme.Good), nameof(Theme.Warning) })
            {
                foreach (var ground in new[] { nameof(Theme.Ground), nameof(Theme.Panel), nameof(Theme.Raised), nameof(Theme.Frame), nameof(Theme.ViewGround) })
                    pairs.Add(text, ground);
            }
            foreach (var ground in new[] { nameof(Theme.FrameHovered), nameof(Theme.FrameActive), nameof(Theme.AccentDim), nameof(Theme.ErrorGround), nameof(Theme.AccentMiddle) })
                pairs.Add(nameof(Theme.Text), ground);
            pairs.Add(nameof(Theme.OnAccent), nameof(Theme.Accent));
            pairs.Add(nameof(Theme.OnAccent), nameof(Theme.AccentHovered));
            pairs.Add(nameof(Theme.Error), nameof(Theme.ErrorGround));
            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Text_OnEveryGroundItStandsOn_HasTheContrastThatReadersNeed(string text, string ground)
    {
        var contrast = Contrast(Color(text), Color(ground));
        Assert.True(contrast >= LeastContrast, $"{text} on {ground} has a contrast of {contrast:0.00} : 1.");
    }

    [Fact]
    public void NamesOfAxesAndCurves_OnTheGroundOfViewsAndPanels_CanBeRead()
    {
        foreach (var axis in Enum.GetValues<Axis>())
            Assert.True(Contrast(Theme.AxisColor(axis), Theme.ViewGround) >= LeastContrast, $"{axis}");
        foreach (var curve in Theme.Curves)
            Assert.True(Contrast(curve, Theme.Panel) >= LeastContrast, $"{curve}");
    }

    [Fact]
    public void Contrast_OfBlackAndWhite_Is21() => Assert.Equal(21, Contrast(Vector4.One, new Vector4(0, 0, 0, 1)), 6);

    private static Vector4 Color(string name) => (Vector4)typeof(Theme).GetField(name, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static double Contrast(Vector4 a, Vector4 b)
    {
        var (first, second) = (Luminance(a), Luminance(b));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    // Relative luminance of sRGB, as WCAG 2.2 defines it.
    private static double Luminance(Vector4 color)
    {
        static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(color.X)) + (0.7152 * Linear(color.Y)) + (0.0722 * Linear(color.Z));
    }
}
