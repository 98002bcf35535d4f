using System.CommandLine;

namespace VolumeViewer.Host.CommandLine;

/// <summary>What commands that open projects have in common.</summary>
internal static class ProjectOptions
{
    /// <summary>Folders to search for data that were moved.</summary>
    public static Option<string[]> Data() => new("--data")
    {
        Description = "For a project: a folder to search for data that were moved; may be given several times.",
        HelpName = "FOLDER",
    };
}
