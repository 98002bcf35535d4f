using Silk.NET.Core;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public static class WindowExtensions
{
    public static T Invoke<T>(this IView view, Func<T> t) => (T)view.Invoke(t);
    public static void Invoke(this IView view, Action t) => view.Invoke(t);

    public static void Run(this IView view)
    {
        view.Initialize();
        view.Run(() =>
        {
            view.DoEvents();
            if (view.IsClosing)
                return;
            view.DoUpdate();
            view.DoRender();
        });
        view.DoEvents();
        view.Reset();
    }

    public static void SwapBuffers(this IView view) => view.GLContext?.SwapBuffers();
    public static void MakeCurrent(this IView view) => view.GLContext?.MakeCurrent();
    public static void ClearContext(this IView view) => view.GLContext?.Clear();

    public static Vector2D<int> GetFullSize(this IWindow window) => window.Size + window.BorderSize.Size;

    public static void Center(this IWindow window, IMonitor? monitor = null)
    {
        if ((monitor ?? window.Monitor) is { } screen)
            window.Position = screen.Bounds.Origin + ((screen.Bounds.Size - window.GetFullSize()) / 2);
    }

    public static void SetDefaultIcon(this IWindow window) => window.SetWindowIcon(default);
    public static void SetWindowIcon(this IWindow window, ref RawImage icon) => window.SetWindowIcon(new ReadOnlySpan<RawImage>(ref icon));
}
