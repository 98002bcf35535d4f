namespace Silk.NET.OpenGL.Extensions.ImGui;

/// <summary>The part of OpenGL's state that drawing the user interface changes; disposing puts it back.</summary>
internal sealed class SavedState : IDisposable
{
    private static readonly EnableCap[] Switches =
        [EnableCap.Blend, EnableCap.CullFace, EnableCap.DepthTest, EnableCap.StencilTest, EnableCap.ScissorTest, EnableCap.PrimitiveRestart];

    private readonly GL _gl;
    private readonly bool[] _enabled;
    private readonly int _activeTexture, _program, _texture, _sampler, _arrayBuffer, _vertexArray;
    private readonly int _blendSourceRgb, _blendTargetRgb, _blendSourceAlpha, _blendTargetAlpha, _blendEquationRgb, _blendEquationAlpha;
    private readonly int[] _polygonMode = new int[2];
    private readonly int[] _viewport = new int[4];
    private readonly int[] _scissor = new int[4];

    internal SavedState(GL gl)
    {
        _gl = gl;
        _enabled = Array.ConvertAll(Switches, gl.IsEnabled);
        _activeTexture = gl.GetInteger(GetPName.ActiveTexture);
        gl.ActiveTexture(TextureUnit.Texture0);
        _program = gl.GetInteger(GetPName.CurrentProgram);
        _texture = gl.GetInteger(GetPName.TextureBinding2D);
        _sampler = gl.GetInteger(GetPName.SamplerBinding);
        _arrayBuffer = gl.GetInteger(GetPName.ArrayBufferBinding);
        _vertexArray = gl.GetInteger(GetPName.VertexArrayBinding);
        _blendSourceRgb = gl.GetInteger(GetPName.BlendSrcRgb);
        _blendTargetRgb = gl.GetInteger(GetPName.BlendDstRgb);
        _blendSourceAlpha = gl.GetInteger(GetPName.BlendSrcAlpha);
        _blendTargetAlpha = gl.GetInteger(GetPName.BlendDstAlpha);
        _blendEquationRgb = gl.GetInteger(GetPName.BlendEquationRgb);
        _blendEquationAlpha = gl.GetInteger(GetPName.BlendEquationAlpha);
        gl.GetInteger(GetPName.PolygonMode, _polygonMode);
        gl.GetInteger(GetPName.Viewport, _viewport);
        gl.GetInteger(GetPName.ScissorBox, _scissor);
    }

    public void Dispose()
    {
        _gl.UseProgram((uint)_program);
        _gl.BindTexture(TextureTarget.Texture2D, (uint)_texture);
        _gl.BindSampler(0, (uint)_sampler);
        _gl.ActiveTexture((TextureUnit)_activeTexture);
        _gl.BindVertexArray((uint)_vertexArray);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, (uint)_arrayBuffer);
        _gl.BlendEquationSeparate((BlendEquationModeEXT)_blendEquationRgb, (BlendEquationModeEXT)_blendEquationAlpha);
        _gl.BlendFuncSeparate((BlendingFactor)_blendSourceRgb, (BlendingFactor)_blendTargetRgb, (BlendingFactor)_blendSourceAlpha, (BlendingFactor)_blendTargetAlpha);
        for (var i = 0; i < Switches.Length; i++)
        {
            if (_enabled[i])
                _gl.Enable(Switches[i]);
            else
                _gl.Disable(Switches[i]);
        }
        // A core context knows one mode for both faces, whatever number of values it reports.
        _gl.PolygonMode(TriangleFace.FrontAndBack, (PolygonMode)_polygonMode[0]);
        _gl.Viewport(_viewport[0], _viewport[1], (uint)_viewport[2], (uint)_viewport[3]);
        _gl.Scissor(_scissor[0], _scissor[1], (uint)_scissor[2], (uint)_scissor[3]);
    }
}
