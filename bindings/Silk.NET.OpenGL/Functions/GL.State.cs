namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glEnable;
    private nint _glDisable;
    private nint _glIsEnabled;
    private nint _glBlendFunc;
    private nint _glBlendFuncSeparate;
    private nint _glBlendEquation;
    private nint _glBlendEquationSeparate;
    private nint _glBlendColor;
    private nint _glDepthFunc;
    private nint _glDepthMask;
    private nint _glDepthRange;
    private nint _glColorMask;
    private nint _glCullFace;
    private nint _glFrontFace;
    private nint _glPolygonMode;
    private nint _glPolygonOffset;
    private nint _glLineWidth;
    private nint _glPointSize;
    private nint _glGetIntegerv;
    private nint _glGetFloatv;

    public void Enable(EnableCap cap) => ((delegate* unmanaged<int, void>)Load(ref _glEnable, "glEnable"))((int)cap);
    public void Enable(GLEnum cap) => ((delegate* unmanaged<int, void>)Load(ref _glEnable, "glEnable"))((int)cap);
    public void Disable(EnableCap cap) => ((delegate* unmanaged<int, void>)Load(ref _glDisable, "glDisable"))((int)cap);
    public void Disable(GLEnum cap) => ((delegate* unmanaged<int, void>)Load(ref _glDisable, "glDisable"))((int)cap);
    public bool IsEnabled(EnableCap cap) => ((delegate* unmanaged<int, byte>)Load(ref _glIsEnabled, "glIsEnabled"))((int)cap) != 0;
    public bool IsEnabled(GLEnum cap) => ((delegate* unmanaged<int, byte>)Load(ref _glIsEnabled, "glIsEnabled"))((int)cap) != 0;
    public void BlendFunc(BlendingFactor sfactor, BlendingFactor dfactor) => ((delegate* unmanaged<int, int, void>)Load(ref _glBlendFunc, "glBlendFunc"))((int)sfactor, (int)dfactor);
    public void BlendFunc(GLEnum sfactor, GLEnum dfactor) => ((delegate* unmanaged<int, int, void>)Load(ref _glBlendFunc, "glBlendFunc"))((int)sfactor, (int)dfactor);
    public void BlendFuncSeparate(BlendingFactor sfactorRGB, BlendingFactor dfactorRGB, BlendingFactor sfactorAlpha, BlendingFactor dfactorAlpha) => ((delegate* unmanaged<int, int, int, int, void>)Load(ref _glBlendFuncSeparate, "glBlendFuncSeparate"))((int)sfactorRGB, (int)dfactorRGB, (int)sfactorAlpha, (int)dfactorAlpha);
    public void BlendFuncSeparate(GLEnum sfactorRGB, GLEnum dfactorRGB, GLEnum sfactorAlpha, GLEnum dfactorAlpha) => ((delegate* unmanaged<int, int, int, int, void>)Load(ref _glBlendFuncSeparate, "glBlendFuncSeparate"))((int)sfactorRGB, (int)dfactorRGB, (int)sfactorAlpha, (int)dfactorAlpha);
    public void BlendEquation(BlendEquationModeEXT mode) => ((delegate* unmanaged<int, void>)Load(ref _glBlendEquation, "glBlendEquation"))((int)mode);
    public void BlendEquation(GLEnum mode) => ((delegate* unmanaged<int, void>)Load(ref _glBlendEquation, "glBlendEquation"))((int)mode);
    public void BlendEquationSeparate(BlendEquationModeEXT modeRGB, BlendEquationModeEXT modeAlpha) => ((delegate* unmanaged<int, int, void>)Load(ref _glBlendEquationSeparate, "glBlendEquationSeparate"))((int)modeRGB, (int)modeAlpha);
    public void BlendEquationSeparate(GLEnum modeRGB, GLEnum modeAlpha) => ((delegate* unmanaged<int, int, void>)Load(ref _glBlendEquationSeparate, "glBlendEquationSeparate"))((int)modeRGB, (int)modeAlpha);
    public void BlendColor(float red, float green, float blue, float alpha) => ((delegate* unmanaged<float, float, float, float, void>)Load(ref _glBlendColor, "glBlendColor"))(red, green, blue, alpha);
    public void DepthFunc(DepthFunction func) => ((delegate* unmanaged<int, void>)Load(ref _glDepthFunc, "glDepthFunc"))((int)func);
    public void DepthFunc(GLEnum func) => ((delegate* unmanaged<int, void>)Load(ref _glDepthFunc, "glDepthFunc"))((int)func);
    public void DepthMask(bool flag) => ((delegate* unmanaged<byte, void>)Load(ref _glDepthMask, "glDepthMask"))(ToByte(flag));
    public void DepthRange(double n, double f) => ((delegate* unmanaged<double, double, void>)Load(ref _glDepthRange, "glDepthRange"))(n, f);
    public void ColorMask(bool red, bool green, bool blue, bool alpha) => ((delegate* unmanaged<byte, byte, byte, byte, void>)Load(ref _glColorMask, "glColorMask"))(ToByte(red), ToByte(green), ToByte(blue), ToByte(alpha));
    public void CullFace(TriangleFace mode) => ((delegate* unmanaged<int, void>)Load(ref _glCullFace, "glCullFace"))((int)mode);
    public void CullFace(GLEnum mode) => ((delegate* unmanaged<int, void>)Load(ref _glCullFace, "glCullFace"))((int)mode);
    public void FrontFace(FrontFaceDirection mode) => ((delegate* unmanaged<int, void>)Load(ref _glFrontFace, "glFrontFace"))((int)mode);
    public void FrontFace(GLEnum mode) => ((delegate* unmanaged<int, void>)Load(ref _glFrontFace, "glFrontFace"))((int)mode);
    public void PolygonMode(TriangleFace face, PolygonMode mode) => ((delegate* unmanaged<int, int, void>)Load(ref _glPolygonMode, "glPolygonMode"))((int)face, (int)mode);
    public void PolygonMode(GLEnum face, GLEnum mode) => ((delegate* unmanaged<int, int, void>)Load(ref _glPolygonMode, "glPolygonMode"))((int)face, (int)mode);
    public void PolygonOffset(float factor, float units) => ((delegate* unmanaged<float, float, void>)Load(ref _glPolygonOffset, "glPolygonOffset"))(factor, units);
    public void LineWidth(float width) => ((delegate* unmanaged<float, void>)Load(ref _glLineWidth, "glLineWidth"))(width);
    public void PointSize(float size) => ((delegate* unmanaged<float, void>)Load(ref _glPointSize, "glPointSize"))(size);
    public void GetInteger(GetPName pname, int* data) => ((delegate* unmanaged<int, int*, void>)Load(ref _glGetIntegerv, "glGetIntegerv"))((int)pname, data);
    public void GetInteger(GetPName pname, out int data)
    {
        data = default;
        fixed (int* pointer = &data)
            GetInteger(pname, pointer);
    }

    public void GetInteger(GetPName pname, Span<int> data)
    {
        fixed (int* pointer = data)
            GetInteger(pname, pointer);
    }

    public void GetInteger(GLEnum pname, int* data) => ((delegate* unmanaged<int, int*, void>)Load(ref _glGetIntegerv, "glGetIntegerv"))((int)pname, data);
    public void GetInteger(GLEnum pname, out int data)
    {
        data = default;
        fixed (int* pointer = &data)
            GetInteger(pname, pointer);
    }

    public void GetInteger(GLEnum pname, Span<int> data)
    {
        fixed (int* pointer = data)
            GetInteger(pname, pointer);
    }

    public void GetFloat(GetPName pname, float* data) => ((delegate* unmanaged<int, float*, void>)Load(ref _glGetFloatv, "glGetFloatv"))((int)pname, data);
    public void GetFloat(GetPName pname, out float data)
    {
        data = default;
        fixed (float* pointer = &data)
            GetFloat(pname, pointer);
    }

    public void GetFloat(GetPName pname, Span<float> data)
    {
        fixed (float* pointer = data)
            GetFloat(pname, pointer);
    }

    public void GetFloat(GLEnum pname, float* data) => ((delegate* unmanaged<int, float*, void>)Load(ref _glGetFloatv, "glGetFloatv"))((int)pname, data);
    public void GetFloat(GLEnum pname, out float data)
    {
        data = default;
        fixed (float* pointer = &data)
            GetFloat(pname, pointer);
    }

    public void GetFloat(GLEnum pname, Span<float> data)
    {
        fixed (float* pointer = data)
            GetFloat(pname, pointer);
    }
}
