using Silk.NET.Core.Contexts;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public interface IWindowProperties : IViewProperties
{
    bool IsVisible { get; set; }
    Vector2D<int> Position { get; set; }
    new Vector2D<int> Size { get; set; }
    string Title { get; set; }
    WindowState WindowState { get; set; }
    WindowBorder WindowBorder { get; set; }
    bool TransparentFramebuffer { get; }
    bool TopMost { get; set; }
    IGLContext? SharedContext { get; }
    string? WindowClass { get; }
}
