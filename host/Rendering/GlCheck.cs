using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>Turns the error flags of OpenGL into exceptions.</summary>
internal static class GlCheck
{
    /// <summary>Throws if a call since the last check failed.</summary>
    /// <param name="gl">The context, current on this thread.</param>
    /// <param name="attempt">What was attempted, for example "Uploading 'electrode'".</param>
    /// <exception cref="GlException">A call failed.</exception>
    public static void After(GL gl, string attempt)
    {
        var error = gl.GetError();
        if (error == GLEnum.NoError)
            return;
        // The flags of several failures can be up at a time; the next check is to tell of its own only.
        for (var more = 0; more < 16 && gl.GetError() != GLEnum.NoError; more++)
        {
        }
        var advice = error switch
        {
            GLEnum.OutOfMemory => " The graphics memory is full: close layers, or give the textures a smaller budget.",
            GLEnum.InvalidValue => " That is more than the driver can do; make it smaller.",
            _ => "",
        };
        throw new GlException($"{attempt} failed: OpenGL says {error}.{advice}");
    }
}
