namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>A test with data rows that draws; skipped where there is no OpenGL 3.3.</summary>
public sealed class GlTheoryAttribute : TheoryAttribute
{
    public GlTheoryAttribute() => Skip = new GlFactAttribute().Skip;
}
