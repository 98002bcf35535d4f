using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImGuiPayloadPtr
{
    public ImGuiPayload* NativePtr { get; }
    public ImGuiPayloadPtr(ImGuiPayload* nativePtr) => NativePtr = nativePtr;
    public ImGuiPayloadPtr(IntPtr nativePtr) => NativePtr = (ImGuiPayload*)nativePtr;
    public static implicit operator ImGuiPayloadPtr(ImGuiPayload* nativePtr) => new(nativePtr);
    public static implicit operator ImGuiPayload*(ImGuiPayloadPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImGuiPayloadPtr(IntPtr nativePtr) => new(nativePtr);
    public IntPtr Data { get => (IntPtr)NativePtr->Data; set => NativePtr->Data = (void*)value; }
    public ref int DataSize => ref Unsafe.AsRef<int>(&NativePtr->DataSize);
    public ref uint SourceId => ref Unsafe.AsRef<uint>(&NativePtr->SourceId);
    public ref uint SourceParentId => ref Unsafe.AsRef<uint>(&NativePtr->SourceParentId);
    public ref int DataFrameCount => ref Unsafe.AsRef<int>(&NativePtr->DataFrameCount);
    public ref bool Preview => ref Unsafe.AsRef<bool>(&NativePtr->Preview);
    public ref bool Delivery => ref Unsafe.AsRef<bool>(&NativePtr->Delivery);
}
