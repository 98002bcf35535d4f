using Microsoft.CodeAnalysis;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using IOperation = VolumeViewer.Sdk.IOperation;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>A kind of contribution as the compiler sees it.</summary>
/// <param name="Key">Of the kind in a manifest.</param>
/// <param name="Type">The contract.</param>
internal sealed record SourceContract(string Key, INamedTypeSymbol Type)
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SourceContract> All(Compilation compilation) =>
    [
        new("operations", Find(compilation, typeof(IOperation))),
        new("readers", Find(compilation, typeof(IVolumeReader))),
        new("writers", Find(compilation, typeof(IVolumeWriter))),
        new("networks", Find(compilation, typeof(INetwork))),
        new("live", Find(compilation, typeof(ILiveSegmenter))),
        new("colormaps", Find(compilation, typeof(Colormap))),
        new("samples", Find(compilation, typeof(SampleData))),
    ];

    public static INamedTypeSymbol Find(Compilation compilation, Type type) => compilation.GetTypeByMetadataName(type.FullName!)
        ?? throw new InvalidOperationException($"The compiler does not see {type.FullName}, though its assembly is referenced.");
}
