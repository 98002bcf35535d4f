using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Makes one place between the contrast limits of all values along a ray.</summary>
internal interface IProjection
{
    /// <summary>Begins.</summary>
    /// <param name="scale">A value times this ...</param>
    /// <param name="shift">... plus this is its place.</param>
    /// <param name="attenuation">Attenuation of a place of 1 over one step.</param>
    void Begin(float scale, float shift, Vector256<float> attenuation);

    /// <summary>Takes the next values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="active">Set for rays that are still within the layer.</param>
    /// <returns>Set for rays whose new value is the one that is seen best so far.</returns>
    Vector256<float> Take(Vector256<float> value, Vector256<float> active);

    /// <summary>Set for rays in which what comes cannot count any more.</summary>
    Vector256<int> IsDone { get; }

    /// <summary>The place, which may be outside of 0 to 1.</summary>
    /// <param name="count">How many values each ray had.</param>
    Vector256<float> Place(Vector256<float> count);
}
