using System.Runtime.CompilerServices;
using System.Security.Cryptography;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Names of layers that stay when the user renames or moves them; project files refer to layers by them.</summary>
internal static class LayerIds
{
    private static readonly ConditionalWeakTable<Layer, string> Ids = [];

    /// <summary>The layer's id, made when it is first asked for: eight hex digits.</summary>
    public static string Of(Layer layer) => Ids.GetValue(layer, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));

    /// <summary>Gives a layer the id that it had in a file.</summary>
    public static void Set(Layer layer, string id) => Ids.AddOrUpdate(layer, id);
}
