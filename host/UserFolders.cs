namespace VolumeViewer.Host;

/// <summary>Where the program keeps what is the user's own: settings, trust, plugins, history.</summary>
internal static class UserFolders
{
    /// <summary>The environment variable that moves all of it into one folder, for portable installations and for tests.</summary>
    public const string HomeVariable = "VOLUMEVIEWER_HOME";

    /// <summary>Settings and trust: small files that a user may want to carry to another machine.</summary>
    public static string Settings => Of(Environment.SpecialFolder.ApplicationData, "settings");

    /// <summary>Plugins that the user installed; each in a folder of its own.</summary>
    public static string Plugins => Path.Combine(Data, "plugins");

    /// <summary>History and whatever else grows.</summary>
    public static string Data => Of(Environment.SpecialFolder.LocalApplicationData, "data");

    private static string Of(Environment.SpecialFolder place, string name) =>
        Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home
            ? Path.Combine(Path.GetFullPath(home), name)
            : Path.Combine(Environment.GetFolderPath(place, Environment.SpecialFolderOption.DoNotVerify), "volumeviewer");
}
