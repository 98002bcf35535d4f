namespace VolumeViewer.Host.Rendering;

/// <summary>The shader sources that are embedded in the program.</summary>
internal static class ShaderFiles
{
    /// <summary>The text of a shader file.</summary>
    /// <exception cref="FileNotFoundException">No such file is embedded; the message lists those that are.</exception>
    public static string Read(string name)
    {
        var assembly = typeof(ShaderFiles).Assembly;
        using var stream = assembly.GetManifestResourceStream("Shaders/" + name)
            ?? throw new FileNotFoundException($"The shader '{name}' is not embedded; there are: {string.Join(", ", assembly.GetManifestResourceNames())}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
