namespace VolumeViewer.Host.Rendering;

/// <summary>What draws the 3-D view.</summary>
internal enum RendererChoice
{
    /// <summary>The graphics card, or the processor's cores where OpenGL has no card.</summary>
    Auto,

    /// <summary>OpenGL.</summary>
    Gl,

    /// <summary>The processor's cores.</summary>
    Cpu,
}
