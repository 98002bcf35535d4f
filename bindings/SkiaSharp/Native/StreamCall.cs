using System.Runtime.ExceptionServices;

namespace SkiaSharp.Native;

/// <summary>A stream that native code calls back to; an exception waits here until the native frames are gone.</summary>
internal sealed class StreamCall(Stream stream)
{
    private ExceptionDispatchInfo _error;

    public Cairo.Status Run(Action<Stream> action, Cairo.Status failure)
    {
        try
        {
            action(stream);
            return Cairo.Status.Success;
        }
        catch (Exception e)
        {
            // All of them: an exception that leaves a native callback ends the process.
            _error = ExceptionDispatchInfo.Capture(e);
            return failure;
        }
    }

    public void Rethrow() => _error?.Throw();
}
