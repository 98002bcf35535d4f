using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public interface IMonitor : IWindowHost
{
    string Name { get; }
    int Index { get; }
    Rectangle<int> Bounds { get; }
    VideoMode VideoMode { get; }
}
