namespace Fixture.Dependency;

/// <summary>The private dependency; its version is the project's.</summary>
public static class Dependency
{
    /// <summary>The version of this assembly.</summary>
    public static Version Version => typeof(Dependency).Assembly.GetName().Version!;

    /// <summary>The major version.</summary>
    public static int Answer() => Version.Major;
}
