using System.Text;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>The JSON schema of plugin.json, which editors check and complete with.</summary>
internal static class ManifestSchema
{
    public const string FileName = "plugin.schema.json";

    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ManifestSchema).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
