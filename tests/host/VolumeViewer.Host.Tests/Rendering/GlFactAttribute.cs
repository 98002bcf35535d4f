using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>A test that draws; skipped where there is no OpenGL 3.3.</summary>
public sealed class GlFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Probe);

    public GlFactAttribute() => Skip = Missing.Value;

    internal static string? Probe()
    {
        try
        {
            using var context = OffscreenContext.Create();
            return null;
        }
        catch (UserException missing)
        {
            return missing.Message;
        }
    }
}
