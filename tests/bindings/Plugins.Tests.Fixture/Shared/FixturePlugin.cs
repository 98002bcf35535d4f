using Fixture.Contract;

namespace Fixture.Plugin;

/// <summary>The plugin, over whichever version of the dependency its project references.</summary>
public sealed class FixturePlugin : IFixturePlugin
{
    /// <inheritdoc/>
    public Version DependencyVersion => Dependency.Dependency.Version;

    /// <inheritdoc/>
    public int Answer() => Dependency.Dependency.Answer();
}
