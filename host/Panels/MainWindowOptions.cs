using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>How the window opens.</summary>
internal sealed record MainWindowOptions
{
    public string Title { get; init; } = "VolumeViewer";

    /// <summary>Width and height in pixels.</summary>
    public (int Width, int Height) Size { get; init; } = (1400, 900);

    /// <summary>Pixels of one unit of the design; null asks the system.</summary>
    public float? Scale { get; init; }

    /// <summary>Files and folders to open at the start, each in a job.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The folder for copies of unsaved labels, and of those that earlier runs left behind; null for none.</summary>
    public string? RecoveryFolder { get; init; }

    /// <summary>Called once before the first frame, such as to show results or to start an operation.</summary>
    public IReadOnlyList<Action<Workbench>> Startup { get; init; } = [];

    /// <summary>Closes the window, as its user would.</summary>
    public CancellationToken Closing { get; init; }

    /// <summary>What draws the 3-D view, whatever the settings say; null for the settings.</summary>
    public RendererChoice? Renderer { get; init; }

    /// <summary>Called after each frame, on the window's thread.</summary>
    public Action<WindowLoop>? AfterFrame { get; init; }
}
