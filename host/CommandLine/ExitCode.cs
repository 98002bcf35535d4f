namespace VolumeViewer.Host.CommandLine;

/// <summary>How the program ends; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The run failed for a reason that is not the user's.</summary>
    public const int Failed = 1;

    /// <summary>Bad input or bad arguments.</summary>
    public const int BadInput = 2;

    /// <summary>Ended by Ctrl+C or a request to terminate.</summary>
    public const int Cancelled = 130;
}
