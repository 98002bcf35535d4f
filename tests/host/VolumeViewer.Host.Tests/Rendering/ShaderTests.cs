using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed partial class ShaderTests
{
    [Fact]
    public void All_Programs_AreListed() => Assert.Equal(
        typeof(ShaderSources).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).ToHashSet(), [.. ShaderSources.All]);

    [Fact]
    public void EmbeddedFiles_AreThoseThatProgramsUse()
    {
        var used = ShaderSources.All.SelectMany(program => program.Vertex.Concat(program.Fragment)).Select(name => "Shaders/" + name).ToHashSet();
        var embedded = typeof(ShaderSources).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Shaders/", StringComparison.Ordinal));
        Assert.Equal(used, [.. embedded]);
    }

    [Fact]
    public void Read_AnUnknownFile_ListsThoseThereAre() =>
        Assert.Contains("lighting.glsl", Assert.Throws<FileNotFoundException>(() => ShaderFiles.Read("lightning.glsl")).Message);

    [GlFact]
    public void All_Programs_Compile()
    {
        using var context = OffscreenContext.Create();
        foreach (var sources in ShaderSources.All)
            new ShaderProgram(context.Gl, sources).Dispose();
        GlCheck.After(context.Gl, "Compiling");
    }

    [GlFact]
    public void Compile_ABrokenShader_ThrowsWithFileAndLog()
    {
        using var context = OffscreenContext.Create();
        // image.glsl alone has no #version and no main.
        var broken = new ShaderSources(["fullscreen.vert"], ["image.glsl", "image-maximum.frag"]);
        var failure = Assert.Throws<GlException>(() => new ShaderProgram(context.Gl, broken));
        Assert.Contains("image-maximum.frag", failure.Message);
        Assert.Contains("error", failure.Message);
    }

    [Theory]
    [InlineData("view.glsl", typeof(ViewBlock))]
    [InlineData("image.glsl", typeof(ImageBlock))]
    [InlineData("labels.glsl", typeof(LabelsBlock))]
    [InlineData("slice-block.glsl", typeof(SliceBlock))]
    public void Block_InTheShader_IsAsLongAsItsStruct(string file, Type type)
    {
        var block = BlockPattern().Match(ShaderFiles.Read(file));
        Assert.True(block.Success);
        var sizeOf = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null);
        Assert.Equal(16 * MemberPattern().Count(block.Groups["members"].Value), sizeOf);
    }

    [GeneratedRegex(@"uniform \w+\s*\{(?<members>[^}]*)\}")]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"^\s*vec4 \w+;", RegexOptions.Multiline)]
    private static partial Regex MemberPattern();
}
