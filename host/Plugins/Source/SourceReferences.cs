using Microsoft.CodeAnalysis;

using SkiaSharp;

using TorchSharp;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>The assemblies that a source file is compiled against: .NET's own, and those that plugins share with the program, as it runs with them.</summary>
internal static class SourceReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Loaded = new(Load);

    /// <summary>Read once, on first use.</summary>
    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    private static List<MetadataReference> Load()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // Not all that is trusted: the program's own assembly and its private packages are not for plugins.
        var shared = new[] { typeof(IPlugin), typeof(INetwork), typeof(torch), typeof(SKCanvas) }.Select(type => type.Assembly.Location);
        return [.. trusted.Where(file => Path.GetDirectoryName(file) == framework).Concat(shared).Select(file => MetadataReference.CreateFromFile(file))];
    }
}
