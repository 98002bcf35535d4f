using Silk.NET.Core.Contexts;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public interface IView : IViewProperties, IGLContextSource, INativeWindowSource, IDisposable
{
    nint Handle { get; }
    bool IsClosing { get; }
    double Time { get; }
    Vector2D<int> FramebufferSize { get; }
    bool IsInitialized { get; }

    event Action<Vector2D<int>>? Resize;
    event Action<Vector2D<int>>? FramebufferResize;
    event Action? Closing;
    event Action<bool>? FocusChanged;
    event Action? Load;
    event Action<double>? Update;
    event Action<double>? Render;

    void Initialize();
    void DoRender();
    void DoUpdate();
    void DoEvents();
    void ContinueEvents();
    void Reset();
    void Focus();
    void Close();
    Vector2D<int> PointToClient(Vector2D<int> point);
    Vector2D<int> PointToScreen(Vector2D<int> point);
    Vector2D<int> PointToFramebuffer(Vector2D<int> point);
    object Invoke(Delegate d, params object[] args);
    void Run(Action onFrame);
}
