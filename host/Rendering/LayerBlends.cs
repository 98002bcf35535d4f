using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How layers are put over one another: what the context does, and what shaders have to give for it (see blend.glsl).</summary>
internal static class LayerBlends
{
    /// <summary>The blending a layer is drawn with. Under the lowest layer there is only the background, which is darker than most of what is shown:
    /// the minimum of both would leave nothing to see.</summary>
    public static LayerBlending Of(Layer layer, bool isLowest) =>
        isLowest && layer.Blending == LayerBlending.Minimum ? LayerBlending.Translucent : layer.Blending;

    /// <summary>Whether surfaces that let nothing through can be drawn with their depth, before everything else.</summary>
    public static bool HasDepth(LayerBlending blending) => blending is LayerBlending.Translucent or LayerBlending.Opaque;

    /// <summary>Makes the context blend what is drawn next; colours come multiplied with their opacity.</summary>
    public static void Set(GL gl, LayerBlending blending)
    {
        gl.BlendEquation(blending == LayerBlending.Minimum ? BlendEquationModeEXT.Min : BlendEquationModeEXT.FuncAdd);
        gl.BlendFunc(BlendingFactor.One, blending == LayerBlending.Additive ? BlendingFactor.One : BlendingFactor.OneMinusSrcAlpha);
    }

    /// <summary>The way of blend.glsl.</summary>
    public static float WayOf(LayerBlending blending) => blending switch
    {
        LayerBlending.Opaque => 1,
        LayerBlending.Minimum => 2,
        _ => 0,
    };
}
