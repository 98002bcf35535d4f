using System.Numerics;

namespace VolumeViewer.Sdk.Tests;

/// <summary>Whether the default colours of phases can be told apart, also by people who lack one kind of cones.</summary>
public sealed class PaletteTests
{
    // What is left of linear red, green and blue without the long, the middle or the short cones: Machado, Oliveira and Fernandes (2009), severity 1.
    private static readonly Vector3[][] Sights =
    [
        [Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ],
        [new(0.152286f, 1.052583f, -0.204868f), new(0.114503f, 0.786281f, 0.099216f), new(-0.003882f, -0.048116f, 1.051998f)],
        [new(0.367322f, 0.860646f, -0.227968f), new(0.280085f, 0.672501f, 0.047413f), new(-0.011820f, 0.042940f, 0.968881f)],
        [new(1.255528f, -0.076749f, -0.178779f), new(-0.078411f, 0.930809f, 0.147602f), new(0.004733f, 0.691367f, 0.303900f)],
    ];

    [Theory]
    [InlineData(2, 70)]
    [InlineData(4, 35)]
    [InlineData(6, 24)]
    [InlineData(10, 17)]
    public void DefaultColors_ForEverySight_LieApart(int count, double least)
    {
        foreach (var sight in Sights)
        {
            var seen = Enumerable.Range(0, count).Select(label => Lab(PhaseTable.DefaultColor(label), sight)).ToList();
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < i; j++)
                    Assert.True(Vector3.Distance(seen[i], seen[j]) > least, $"Phases {j} and {i} are {Vector3.Distance(seen[i], seen[j]):0.0} apart.");
            }
        }
    }

    [Fact]
    public void DefaultColors_AreSeenOnTheDarkGround() =>
        Assert.All(Enumerable.Range(0, 10), label => Assert.True(Lab(PhaseTable.DefaultColor(label), Sights[0]).X > 35));

    [Fact]
    public void Colormaps_Inverted_RunBackwardsAndBackAgain()
    {
        foreach (var colormap in Colormap.BuiltIn)
        {
            var inverted = colormap.Inverted();
            Assert.Equal(colormap.At(0.3f), inverted.At(0.7f));
            Assert.Equal((colormap.Id, colormap.Title), (inverted.Inverted().Id, inverted.Inverted().Title));
            Assert.Contains(Colormap.BuiltIn, other => other.Id == inverted.Id);
        }
        Assert.Equal(Colormap.BuiltIn.Count, Colormap.BuiltIn.Select(colormap => colormap.Id).Distinct().Count());
    }

    // CIE 1976 under D65.
    private static Vector3 Lab(Rgba color, Vector3[] sight)
    {
        var linear = new Vector3(Linear(color.R), Linear(color.G), Linear(color.B));
        linear = Vector3.Clamp(new Vector3(Vector3.Dot(sight[0], linear), Vector3.Dot(sight[1], linear), Vector3.Dot(sight[2], linear)), Vector3.Zero, Vector3.One);
        var x = Root(Vector3.Dot(linear, new(0.4124564f, 0.3575761f, 0.1804375f)) / 0.95047f);
        var y = Root(Vector3.Dot(linear, new(0.2126729f, 0.7151522f, 0.0721750f)));
        var z = Root(Vector3.Dot(linear, new(0.0193339f, 0.1191920f, 0.9503041f)) / 1.08883f);
        return new Vector3((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static float Linear(byte value) => value / 255f is var part and > 0.04045f ? MathF.Pow((part + 0.055f) / 1.055f, 2.4f) : value / 255f / 12.92f;

    private static float Root(float value) => value > 0.008856f ? MathF.Cbrt(value) : (7.787f * value) + (16f / 116);
}
