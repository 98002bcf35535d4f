using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public struct ViewOptions : IViewProperties
{
    public ViewOptions(double framesPerSecond, double updatesPerSecond, GraphicsAPI api, bool isVSync, bool shouldSwapAutomatically, VideoMode videoMode,
        int? preferredDepthBufferBits = null, int? preferredStencilBufferBits = null, Vector4D<int>? preferredBitDepth = null, bool isEventDriven = false,
        int? samples = null, bool isContextControlDisabled = false)
    {
        FramesPerSecond = framesPerSecond;
        UpdatesPerSecond = updatesPerSecond;
        API = api;
        VSync = isVSync;
        ShouldSwapAutomatically = shouldSwapAutomatically;
        VideoMode = videoMode;
        PreferredDepthBufferBits = preferredDepthBufferBits;
        PreferredStencilBufferBits = preferredStencilBufferBits;
        PreferredBitDepth = preferredBitDepth;
        IsEventDriven = isEventDriven;
        Samples = samples;
        IsContextControlDisabled = isContextControlDisabled;
    }

    public bool ShouldSwapAutomatically { get; set; }
    public bool IsEventDriven { get; set; }
    public bool IsContextControlDisabled { get; set; }
    public VideoMode VideoMode { get; set; }
    public int? PreferredDepthBufferBits { get; set; }
    public int? PreferredStencilBufferBits { get; set; }
    public Vector4D<int>? PreferredBitDepth { get; set; }
    public int? Samples { get; set; }
    public double FramesPerSecond { get; set; }
    public double UpdatesPerSecond { get; set; }
    public GraphicsAPI API { get; set; }
    public bool VSync { get; set; }
    readonly Vector2D<int> IViewProperties.Size => default;

    public static ViewOptions Default => new(0, 0, GraphicsAPI.Default, true, true, VideoMode.Default);
}
