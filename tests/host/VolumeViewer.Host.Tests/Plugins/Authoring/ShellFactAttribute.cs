namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>A test of steps that are typed into a shell.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "The steps are written for a Unix shell.";
    }
}
