namespace Windowing.Tests;

/// <summary>GLFW and Dear ImGui have one global state: their tests run one after the other.</summary>
#pragma warning disable CA1711 // "Collection" is what xunit calls tests that run together.
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WindowCollection
#pragma warning restore CA1711
{
    public const string Name = "Windows";
}
