namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glDrawArrays;
    private nint _glDrawArraysInstanced;
    private nint _glDrawElements;
    private nint _glDrawElementsInstanced;
    private nint _glDrawElementsBaseVertex;
    private nint _glViewport;
    private nint _glScissor;
    private nint _glClear;
    private nint _glClearColor;
    private nint _glClearDepth;
    private nint _glClearStencil;
    private nint _glFinish;
    private nint _glFlush;
    private nint _glGetError;

    public void DrawArrays(PrimitiveType mode, int first, uint count) => ((delegate* unmanaged<int, int, uint, void>)Load(ref _glDrawArrays, "glDrawArrays"))((int)mode, first, count);
    public void DrawArrays(GLEnum mode, int first, uint count) => ((delegate* unmanaged<int, int, uint, void>)Load(ref _glDrawArrays, "glDrawArrays"))((int)mode, first, count);
    public void DrawArraysInstanced(PrimitiveType mode, int first, uint count, uint instancecount) => ((delegate* unmanaged<int, int, uint, uint, void>)Load(ref _glDrawArraysInstanced, "glDrawArraysInstanced"))((int)mode, first, count, instancecount);
    public void DrawArraysInstanced(GLEnum mode, int first, uint count, uint instancecount) => ((delegate* unmanaged<int, int, uint, uint, void>)Load(ref _glDrawArraysInstanced, "glDrawArraysInstanced"))((int)mode, first, count, instancecount);
    public void DrawElements(PrimitiveType mode, uint count, DrawElementsType type, void* indices) => ((delegate* unmanaged<int, uint, int, void*, void>)Load(ref _glDrawElements, "glDrawElements"))((int)mode, count, (int)type, indices);
    public void DrawElements<T0>(PrimitiveType mode, uint count, DrawElementsType type, ref readonly T0 indices) where T0 : unmanaged
    {
        fixed (T0* pointer = &indices)
            DrawElements(mode, count, type, pointer);
    }

    public void DrawElements(GLEnum mode, uint count, GLEnum type, void* indices) => ((delegate* unmanaged<int, uint, int, void*, void>)Load(ref _glDrawElements, "glDrawElements"))((int)mode, count, (int)type, indices);
    public void DrawElements<T0>(GLEnum mode, uint count, GLEnum type, ref readonly T0 indices) where T0 : unmanaged
    {
        fixed (T0* pointer = &indices)
            DrawElements(mode, count, type, pointer);
    }

    public void DrawElementsInstanced(PrimitiveType mode, uint count, DrawElementsType type, void* indices, uint instancecount) => ((delegate* unmanaged<int, uint, int, void*, uint, void>)Load(ref _glDrawElementsInstanced, "glDrawElementsInstanced"))((int)mode, count, (int)type, indices, instancecount);
    public void DrawElementsInstanced<T0>(PrimitiveType mode, uint count, DrawElementsType type, ref readonly T0 indices, uint instancecount) where T0 : unmanaged
    {
        fixed (T0* pointer = &indices)
            DrawElementsInstanced(mode, count, type, pointer, instancecount);
    }

    public void DrawElementsInstanced(GLEnum mode, uint count, GLEnum type, void* indices, uint instancecount) => ((delegate* unmanaged<int, uint, int, void*, uint, void>)Load(ref _glDrawElementsInstanced, "glDrawElementsInstanced"))((int)mode, count, (int)type, indices, instancecount);
    public void DrawElementsInstanced<T0>(GLEnum mode, uint count, GLEnum type, ref readonly T0 indices, uint instancecount) where T0 : unmanaged
    {
        fixed (T0* pointer = &indices)
            DrawElementsInstanced(mode, count, type, pointer, instancecount);
    }

    public void DrawElementsBaseVertex(PrimitiveType mode, uint count, DrawElementsType type, void* indices, int basevertex) => ((delegate* unmanaged<int, uint, int, void*, int, void>)Load(ref _glDrawElementsBaseVertex, "glDrawElementsBaseVertex"))((int)mode, count, (int)type, indices, basevertex);
    public void DrawElementsBaseVertex<T0>(PrimitiveType mode, uint count, DrawElementsType type, ref readonly T0 indices, int basevertex) where T0 : unmanaged
    {
        fixed (T0* pointer = &indices)
            DrawElementsBaseVertex(mode, count, type, pointer, basevertex);
    }

    public void DrawElementsBaseVertex(GLEnum mode, uint count, GLEnum type, void* indices, int basevertex) => ((delegate* unmanaged<int, uint, int, void*, int, void>)Load(ref _glDrawElementsBaseVertex, "glDrawElementsBaseVertex"))((int)mode, count, (int)type, indices, basevertex);
    public void DrawElementsBaseVertex<T0>(GLEnum mode, uint count, GLEnum type, ref readonly T0 indices, int basevertex) where T0 : unmanaged
    {
        fixed (T0* pointer = &indices)
            DrawElementsBaseVertex(mode, count, type, pointer, basevertex);
    }

    public void Viewport(int x, int y, uint width, uint height) => ((delegate* unmanaged<int, int, uint, uint, void>)Load(ref _glViewport, "glViewport"))(x, y, width, height);
    public void Scissor(int x, int y, uint width, uint height) => ((delegate* unmanaged<int, int, uint, uint, void>)Load(ref _glScissor, "glScissor"))(x, y, width, height);
    public void Clear(ClearBufferMask mask) => ((delegate* unmanaged<uint, void>)Load(ref _glClear, "glClear"))((uint)mask);
    public void Clear(uint mask) => ((delegate* unmanaged<uint, void>)Load(ref _glClear, "glClear"))(mask);
    public void ClearColor(float red, float green, float blue, float alpha) => ((delegate* unmanaged<float, float, float, float, void>)Load(ref _glClearColor, "glClearColor"))(red, green, blue, alpha);
    public void ClearDepth(double depth) => ((delegate* unmanaged<double, void>)Load(ref _glClearDepth, "glClearDepth"))(depth);
    public void ClearStencil(int s) => ((delegate* unmanaged<int, void>)Load(ref _glClearStencil, "glClearStencil"))(s);
    public void Finish() => ((delegate* unmanaged<void>)Load(ref _glFinish, "glFinish"))();
    public void Flush() => ((delegate* unmanaged<void>)Load(ref _glFlush, "glFlush"))();
    public GLEnum GetError() => (GLEnum)((delegate* unmanaged<int>)Load(ref _glGetError, "glGetError"))();
}
