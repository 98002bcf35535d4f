using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImGuiTableSortSpecsPtr
{
    public ImGuiTableSortSpecs* NativePtr { get; }
    public ImGuiTableSortSpecsPtr(ImGuiTableSortSpecs* nativePtr) => NativePtr = nativePtr;
    public ImGuiTableSortSpecsPtr(IntPtr nativePtr) => NativePtr = (ImGuiTableSortSpecs*)nativePtr;
    public static implicit operator ImGuiTableSortSpecsPtr(ImGuiTableSortSpecs* nativePtr) => new(nativePtr);
    public static implicit operator ImGuiTableSortSpecs*(ImGuiTableSortSpecsPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImGuiTableSortSpecsPtr(IntPtr nativePtr) => new(nativePtr);
    public ImGuiTableColumnSortSpecsPtr Specs => new(NativePtr->Specs);
    public ref int SpecsCount => ref Unsafe.AsRef<int>(&NativePtr->SpecsCount);
    public ref bool SpecsDirty => ref Unsafe.AsRef<bool>(&NativePtr->SpecsDirty);
}
