namespace Windowing.Tests;

/// <summary>A test that opens a window, and so needs a display.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DisplayFactAttribute : FactAttribute
{
    public DisplayFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")))
            Skip = "No display: DISPLAY is not set. Run under xvfb-run.";
    }
}
