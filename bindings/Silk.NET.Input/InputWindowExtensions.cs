using Silk.NET.Input.Glfw;
using Silk.NET.Windowing;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input;

public static class InputWindowExtensions
{
    /// <exception cref="InvalidOperationException">The view is not open yet.</exception>
    public static IInputContext CreateInput(this IView view) => view is GlfwWindow { IsInitialized: true } window
        ? new GlfwInputContext(window)
        : throw new InvalidOperationException("Input needs an open window: create it in the Load event, or after Initialize().");
}
