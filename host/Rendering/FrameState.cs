using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The state of the context while a picture is drawn: set at its begin, and put back for others at its end.</summary>
internal sealed class FrameState(SceneResources scene)
{
    private readonly GL _gl = scene.Gl;

    /// <summary>Whether nothing is drawn behind the layers: what they do not cover lets through, and colours are premultiplied.</summary>
    public bool IsTransparent { get; set; }

    /// <summary>Binds a target, clears its depth, and draws the background.</summary>
    /// <param name="target">What is drawn into.</param>
    /// <param name="part">The part of it that is drawn; null for all.</param>
    public void Begin(RenderTarget target, PicturePart? part = null)
    {
        target.BindWithDepth();
        _gl.Disable(EnableCap.Blend);
        _gl.Disable(EnableCap.ScissorTest);
        if (part is { } only)
        {
            // Rows of the target count from below.
            _gl.Enable(EnableCap.ScissorTest);
            _gl.Scissor(only.X, target.Height - only.Y - only.Height, (uint)only.Width, (uint)only.Height);
        }
        _gl.Disable(EnableCap.CullFace);
        _gl.Disable(EnableCap.DepthTest);
        _gl.DepthFunc(DepthFunction.Lequal);
        _gl.DepthMask(true);
        _gl.Clear(ClearBufferMask.DepthBufferBit);
        BindDepth(0);
        if (IsTransparent)
        {
            _gl.ClearColor(0, 0, 0, 0);
            _gl.Clear(ClearBufferMask.ColorBufferBit);
            return;
        }
        scene.Use(ShaderSources.Background);
        scene.DrawView();
    }

    /// <summary>Lets shaders read a depth: zero while it is being written, since reading it then has no defined result.</summary>
    public void BindDepth(uint texture)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.DepthUnit);
        _gl.BindTexture(TextureTarget.Texture2D, texture);
    }

    /// <summary>Puts the state back.</summary>
    /// <exception cref="GlException">Something that was drawn has failed.</exception>
    public void End()
    {
        BindDepth(0);
        LayerBlends.Set(_gl, LayerBlending.Translucent);
        _gl.Disable(EnableCap.Blend);
        _gl.Disable(EnableCap.ScissorTest);
        _gl.Disable(EnableCap.DepthTest);
        _gl.BindVertexArray(0);
        _gl.UseProgram(0);
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(_gl, "Drawing the view");
    }
}
