namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glBeginQuery;
    private nint _glEndQuery;
    private nint _glGetQueryObjectiv;
    private nint _glGetQueryObjectuiv;
    private nint _glGetQueryObjectui64v;

    public void BeginQuery(QueryTarget target, uint id) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBeginQuery, "glBeginQuery"))((int)target, id);
    public void BeginQuery(GLEnum target, uint id) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBeginQuery, "glBeginQuery"))((int)target, id);
    public void EndQuery(QueryTarget target) => ((delegate* unmanaged<int, void>)Load(ref _glEndQuery, "glEndQuery"))((int)target);
    public void EndQuery(GLEnum target) => ((delegate* unmanaged<int, void>)Load(ref _glEndQuery, "glEndQuery"))((int)target);
    public void GetQueryObject(uint id, QueryObjectParameterName pname, int* @params) => ((delegate* unmanaged<uint, int, int*, void>)Load(ref _glGetQueryObjectiv, "glGetQueryObjectiv"))(id, (int)pname, @params);
    public void GetQueryObject(uint id, QueryObjectParameterName pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetQueryObject(id, pname, pointer);
    }

    public void GetQueryObject(uint id, GLEnum pname, int* @params) => ((delegate* unmanaged<uint, int, int*, void>)Load(ref _glGetQueryObjectiv, "glGetQueryObjectiv"))(id, (int)pname, @params);
    public void GetQueryObject(uint id, GLEnum pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetQueryObject(id, pname, pointer);
    }

    public void GetQueryObject(uint id, QueryObjectParameterName pname, uint* @params) => ((delegate* unmanaged<uint, int, uint*, void>)Load(ref _glGetQueryObjectuiv, "glGetQueryObjectuiv"))(id, (int)pname, @params);
    public void GetQueryObject(uint id, QueryObjectParameterName pname, out uint @params)
    {
        @params = default;
        fixed (uint* pointer = &@params)
            GetQueryObject(id, pname, pointer);
    }

    public void GetQueryObject(uint id, GLEnum pname, uint* @params) => ((delegate* unmanaged<uint, int, uint*, void>)Load(ref _glGetQueryObjectuiv, "glGetQueryObjectuiv"))(id, (int)pname, @params);
    public void GetQueryObject(uint id, GLEnum pname, out uint @params)
    {
        @params = default;
        fixed (uint* pointer = &@params)
            GetQueryObject(id, pname, pointer);
    }

    public void GetQueryObject(uint id, QueryObjectParameterName pname, ulong* @params) => ((delegate* unmanaged<uint, int, ulong*, void>)Load(ref _glGetQueryObjectui64v, "glGetQueryObjectui64v"))(id, (int)pname, @params);
    public void GetQueryObject(uint id, QueryObjectParameterName pname, out ulong @params)
    {
        @params = default;
        fixed (ulong* pointer = &@params)
            GetQueryObject(id, pname, pointer);
    }

    public void GetQueryObject(uint id, GLEnum pname, ulong* @params) => ((delegate* unmanaged<uint, int, ulong*, void>)Load(ref _glGetQueryObjectui64v, "glGetQueryObjectui64v"))(id, (int)pname, @params);
    public void GetQueryObject(uint id, GLEnum pname, out ulong @params)
    {
        @params = default;
        fixed (ulong* pointer = &@params)
            GetQueryObject(id, pname, pointer);
    }
}
