namespace Silk.NET.Windowing;

public interface IWindowHost
{
    IWindow CreateWindow(WindowOptions opts);
}
