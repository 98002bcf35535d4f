namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glBindBuffer;
    private nint _glBindBufferBase;
    private nint _glBindBufferRange;
    private nint _glBindVertexArray;
    private nint _glEnableVertexAttribArray;
    private nint _glDisableVertexAttribArray;
    private nint _glVertexAttribDivisor;
    private nint _glVertexAttribPointer;
    private nint _glVertexAttribIPointer;
    private nint _glBufferData;
    private nint _glBufferSubData;

    public void BindBuffer(BufferTargetARB target, uint buffer) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindBuffer, "glBindBuffer"))((int)target, buffer);
    public void BindBuffer(GLEnum target, uint buffer) => ((delegate* unmanaged<int, uint, void>)Load(ref _glBindBuffer, "glBindBuffer"))((int)target, buffer);
    public void BindBufferBase(BufferTargetARB target, uint index, uint buffer) => ((delegate* unmanaged<int, uint, uint, void>)Load(ref _glBindBufferBase, "glBindBufferBase"))((int)target, index, buffer);
    public void BindBufferBase(GLEnum target, uint index, uint buffer) => ((delegate* unmanaged<int, uint, uint, void>)Load(ref _glBindBufferBase, "glBindBufferBase"))((int)target, index, buffer);
    public void BindBufferRange(BufferTargetARB target, uint index, uint buffer, nint offset, nuint size) => ((delegate* unmanaged<int, uint, uint, nint, nuint, void>)Load(ref _glBindBufferRange, "glBindBufferRange"))((int)target, index, buffer, offset, size);
    public void BindBufferRange(GLEnum target, uint index, uint buffer, nint offset, nuint size) => ((delegate* unmanaged<int, uint, uint, nint, nuint, void>)Load(ref _glBindBufferRange, "glBindBufferRange"))((int)target, index, buffer, offset, size);
    public void BindVertexArray(uint array) => ((delegate* unmanaged<uint, void>)Load(ref _glBindVertexArray, "glBindVertexArray"))(array);
    public void EnableVertexAttribArray(uint index) => ((delegate* unmanaged<uint, void>)Load(ref _glEnableVertexAttribArray, "glEnableVertexAttribArray"))(index);
    public void DisableVertexAttribArray(uint index) => ((delegate* unmanaged<uint, void>)Load(ref _glDisableVertexAttribArray, "glDisableVertexAttribArray"))(index);
    public void VertexAttribDivisor(uint index, uint divisor) => ((delegate* unmanaged<uint, uint, void>)Load(ref _glVertexAttribDivisor, "glVertexAttribDivisor"))(index, divisor);
    public void VertexAttribPointer(uint index, int size, VertexAttribPointerType type, bool normalized, uint stride, void* pointer) => ((delegate* unmanaged<uint, int, int, byte, uint, void*, void>)Load(ref _glVertexAttribPointer, "glVertexAttribPointer"))(index, size, (int)type, ToByte(normalized), stride, pointer);
    public void VertexAttribPointer(uint index, int size, VertexAttribPointerType type, bool normalized, uint stride, nint pointer) => VertexAttribPointer(index, size, type, normalized, stride, (void*)pointer);
    public void VertexAttribPointer(uint index, int size, GLEnum type, bool normalized, uint stride, void* pointer) => ((delegate* unmanaged<uint, int, int, byte, uint, void*, void>)Load(ref _glVertexAttribPointer, "glVertexAttribPointer"))(index, size, (int)type, ToByte(normalized), stride, pointer);
    public void VertexAttribPointer(uint index, int size, GLEnum type, bool normalized, uint stride, nint pointer) => VertexAttribPointer(index, size, type, normalized, stride, (void*)pointer);
    public void VertexAttribIPointer(uint index, int size, VertexAttribIType type, uint stride, void* pointer) => ((delegate* unmanaged<uint, int, int, uint, void*, void>)Load(ref _glVertexAttribIPointer, "glVertexAttribIPointer"))(index, size, (int)type, stride, pointer);
    public void VertexAttribIPointer(uint index, int size, VertexAttribIType type, uint stride, nint pointer) => VertexAttribIPointer(index, size, type, stride, (void*)pointer);
    public void VertexAttribIPointer(uint index, int size, GLEnum type, uint stride, void* pointer) => ((delegate* unmanaged<uint, int, int, uint, void*, void>)Load(ref _glVertexAttribIPointer, "glVertexAttribIPointer"))(index, size, (int)type, stride, pointer);
    public void VertexAttribIPointer(uint index, int size, GLEnum type, uint stride, nint pointer) => VertexAttribIPointer(index, size, type, stride, (void*)pointer);
    public void BufferData(BufferTargetARB target, nuint size, void* data, BufferUsageARB usage) => ((delegate* unmanaged<int, nuint, void*, int, void>)Load(ref _glBufferData, "glBufferData"))((int)target, size, data, (int)usage);
    public void BufferData<T0>(BufferTargetARB target, nuint size, ref readonly T0 data, BufferUsageARB usage) where T0 : unmanaged
    {
        fixed (T0* pointer = &data)
            BufferData(target, size, pointer, usage);
    }

    public void BufferData<T0>(BufferTargetARB target, ReadOnlySpan<T0> data, BufferUsageARB usage) where T0 : unmanaged
    {
        fixed (T0* pointer = data)
            BufferData(target, (nuint)data.Length * (nuint)sizeof(T0), pointer, usage);
    }

    public void BufferSubData(BufferTargetARB target, nint offset, nuint size, void* data) => ((delegate* unmanaged<int, nint, nuint, void*, void>)Load(ref _glBufferSubData, "glBufferSubData"))((int)target, offset, size, data);
    public void BufferSubData<T0>(BufferTargetARB target, nint offset, nuint size, ref readonly T0 data) where T0 : unmanaged
    {
        fixed (T0* pointer = &data)
            BufferSubData(target, offset, size, pointer);
    }

    public void BufferSubData<T0>(BufferTargetARB target, nint offset, ReadOnlySpan<T0> data) where T0 : unmanaged
    {
        fixed (T0* pointer = data)
            BufferSubData(target, offset, (nuint)data.Length * (nuint)sizeof(T0), pointer);
    }

    public void BufferData(GLEnum target, nuint size, void* data, GLEnum usage) => ((delegate* unmanaged<int, nuint, void*, int, void>)Load(ref _glBufferData, "glBufferData"))((int)target, size, data, (int)usage);
    public void BufferData<T0>(GLEnum target, nuint size, ref readonly T0 data, GLEnum usage) where T0 : unmanaged
    {
        fixed (T0* pointer = &data)
            BufferData(target, size, pointer, usage);
    }

    public void BufferData<T0>(GLEnum target, ReadOnlySpan<T0> data, GLEnum usage) where T0 : unmanaged
    {
        fixed (T0* pointer = data)
            BufferData(target, (nuint)data.Length * (nuint)sizeof(T0), pointer, usage);
    }

    public void BufferSubData(GLEnum target, nint offset, nuint size, void* data) => ((delegate* unmanaged<int, nint, nuint, void*, void>)Load(ref _glBufferSubData, "glBufferSubData"))((int)target, offset, size, data);
    public void BufferSubData<T0>(GLEnum target, nint offset, nuint size, ref readonly T0 data) where T0 : unmanaged
    {
        fixed (T0* pointer = &data)
            BufferSubData(target, offset, size, pointer);
    }

    public void BufferSubData<T0>(GLEnum target, nint offset, ReadOnlySpan<T0> data) where T0 : unmanaged
    {
        fixed (T0* pointer = data)
            BufferSubData(target, offset, (nuint)data.Length * (nuint)sizeof(T0), pointer);
    }
}
