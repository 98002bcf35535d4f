namespace Fixture.Contract;

/// <summary>What the test sees of a plugin; shared between the two.</summary>
public interface IFixturePlugin
{
    /// <summary>The version of the private dependency that the plugin really got.</summary>
    Version DependencyVersion { get; }

    /// <summary>A value computed by the private dependency: 1 in version one, 2 in version two.</summary>
    int Answer();
}
