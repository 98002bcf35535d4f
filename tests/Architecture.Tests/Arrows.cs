namespace Architecture.Tests;

/// <summary>Which assembly may reference which: host → sdk, plugins → sdk, samples → sdk, sdk → nothing of ours.</summary>
internal static class Arrows
{
    private const string Sdk = "VolumeViewer.Sdk";
    private const string Neural = "VolumeViewer.Sdk.Neural";

    private static readonly string[] WindowAndDrawing = ["Silk.NET", "ImGui.NET", "SkiaSharp", "McMaster.NETCore.Plugins"];

    /// <summary>The references that an assembly must not have.</summary>
    public static IEnumerable<string> Forbidden(string assembly, IEnumerable<string> references) =>
        references.Where(reference => IsOurs(reference) ? !OursAllowedFor(assembly).Contains(reference) : IsForbiddenPackage(assembly, reference));

    private static bool IsOurs(string name) => name.StartsWith("VolumeViewer", StringComparison.Ordinal);

    private static string[] OursAllowedFor(string assembly) => assembly switch
    {
        Sdk => [],
        Neural => [Sdk],
        _ when IsOurs(assembly) => [Sdk, Neural],
        // Stand-ins under bindings/ know nothing of the product.
        _ => [],
    };

    private static bool IsForbiddenPackage(string assembly, string reference) => assembly switch
    {
        Sdk => reference == "TorchSharp" || StartsWithAny(reference, WindowAndDrawing),
        Neural => StartsWithAny(reference, WindowAndDrawing),
        _ when assembly.StartsWith("VolumeViewer.Plugins.", StringComparison.Ordinal) => StartsWithAny(reference, ["Silk.NET", "ImGui.NET", "McMaster.NETCore.Plugins"]),
        _ => false,
    };

    private static bool StartsWithAny(string name, string[] prefixes) => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
