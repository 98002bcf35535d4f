using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe partial struct ImGuiIOPtr
{
    public ImGuiIO* NativePtr { get; }
    public ImGuiIOPtr(ImGuiIO* nativePtr) => NativePtr = nativePtr;
    public ImGuiIOPtr(IntPtr nativePtr) => NativePtr = (ImGuiIO*)nativePtr;
    public static implicit operator ImGuiIOPtr(ImGuiIO* nativePtr) => new(nativePtr);
    public static implicit operator ImGuiIO*(ImGuiIOPtr wrappedPtr) => wrappedPtr.NativePtr;
    public static implicit operator ImGuiIOPtr(IntPtr nativePtr) => new(nativePtr);
    public ref ImGuiConfigFlags ConfigFlags => ref Unsafe.AsRef<ImGuiConfigFlags>(&NativePtr->ConfigFlags);
    public ref ImGuiBackendFlags BackendFlags => ref Unsafe.AsRef<ImGuiBackendFlags>(&NativePtr->BackendFlags);
    public ref Vector2 DisplaySize => ref Unsafe.AsRef<Vector2>(&NativePtr->DisplaySize);
    public ref float DeltaTime => ref Unsafe.AsRef<float>(&NativePtr->DeltaTime);
    public ref float IniSavingRate => ref Unsafe.AsRef<float>(&NativePtr->IniSavingRate);
    public NullTerminatedString IniFilename => new(NativePtr->IniFilename);
    public NullTerminatedString LogFilename => new(NativePtr->LogFilename);
    public ref float MouseDoubleClickTime => ref Unsafe.AsRef<float>(&NativePtr->MouseDoubleClickTime);
    public ref float MouseDoubleClickMaxDist => ref Unsafe.AsRef<float>(&NativePtr->MouseDoubleClickMaxDist);
    public ref float MouseDragThreshold => ref Unsafe.AsRef<float>(&NativePtr->MouseDragThreshold);
    public ref float KeyRepeatDelay => ref Unsafe.AsRef<float>(&NativePtr->KeyRepeatDelay);
    public ref float KeyRepeatRate => ref Unsafe.AsRef<float>(&NativePtr->KeyRepeatRate);
    public IntPtr UserData { get => (IntPtr)NativePtr->UserData; set => NativePtr->UserData = (void*)value; }
    public ImFontAtlasPtr Fonts => new(NativePtr->Fonts);
    public ref float FontGlobalScale => ref Unsafe.AsRef<float>(&NativePtr->FontGlobalScale);
    public ref bool FontAllowUserScaling => ref Unsafe.AsRef<bool>(&NativePtr->FontAllowUserScaling);
    public ImFontPtr FontDefault => new(NativePtr->FontDefault);
    public ref Vector2 DisplayFramebufferScale => ref Unsafe.AsRef<Vector2>(&NativePtr->DisplayFramebufferScale);
    public ref bool MouseDrawCursor => ref Unsafe.AsRef<bool>(&NativePtr->MouseDrawCursor);
    public ref bool ConfigMacOSXBehaviors => ref Unsafe.AsRef<bool>(&NativePtr->ConfigMacOSXBehaviors);
    public ref bool ConfigInputTextCursorBlink => ref Unsafe.AsRef<bool>(&NativePtr->ConfigInputTextCursorBlink);
    public ref bool ConfigDragClickToInputText => ref Unsafe.AsRef<bool>(&NativePtr->ConfigDragClickToInputText);
    public ref bool ConfigWindowsResizeFromEdges => ref Unsafe.AsRef<bool>(&NativePtr->ConfigWindowsResizeFromEdges);
    public ref bool ConfigWindowsMoveFromTitleBarOnly => ref Unsafe.AsRef<bool>(&NativePtr->ConfigWindowsMoveFromTitleBarOnly);
    public ref float ConfigMemoryCompactTimer => ref Unsafe.AsRef<float>(&NativePtr->ConfigMemoryCompactTimer);
    public ref Vector2 MousePos => ref Unsafe.AsRef<Vector2>(&NativePtr->MousePos);
    public RangeAccessor<bool> MouseDown => new(NativePtr->MouseDown, 5);
    public ref float MouseWheel => ref Unsafe.AsRef<float>(&NativePtr->MouseWheel);
    public ref float MouseWheelH => ref Unsafe.AsRef<float>(&NativePtr->MouseWheelH);
    public ref bool KeyCtrl => ref Unsafe.AsRef<bool>(&NativePtr->KeyCtrl);
    public ref bool KeyShift => ref Unsafe.AsRef<bool>(&NativePtr->KeyShift);
    public ref bool KeyAlt => ref Unsafe.AsRef<bool>(&NativePtr->KeyAlt);
    public ref bool KeySuper => ref Unsafe.AsRef<bool>(&NativePtr->KeySuper);
    public ref bool WantCaptureMouse => ref Unsafe.AsRef<bool>(&NativePtr->WantCaptureMouse);
    public ref bool WantCaptureKeyboard => ref Unsafe.AsRef<bool>(&NativePtr->WantCaptureKeyboard);
    public ref bool WantTextInput => ref Unsafe.AsRef<bool>(&NativePtr->WantTextInput);
    public ref bool WantSetMousePos => ref Unsafe.AsRef<bool>(&NativePtr->WantSetMousePos);
    public ref bool WantSaveIniSettings => ref Unsafe.AsRef<bool>(&NativePtr->WantSaveIniSettings);
    public ref bool NavActive => ref Unsafe.AsRef<bool>(&NativePtr->NavActive);
    public ref bool NavVisible => ref Unsafe.AsRef<bool>(&NativePtr->NavVisible);
    public ref float Framerate => ref Unsafe.AsRef<float>(&NativePtr->Framerate);
    public ref int MetricsRenderVertices => ref Unsafe.AsRef<int>(&NativePtr->MetricsRenderVertices);
    public ref int MetricsRenderIndices => ref Unsafe.AsRef<int>(&NativePtr->MetricsRenderIndices);
    public ref int MetricsRenderWindows => ref Unsafe.AsRef<int>(&NativePtr->MetricsRenderWindows);
    public ref int MetricsActiveWindows => ref Unsafe.AsRef<int>(&NativePtr->MetricsActiveWindows);
    public ref Vector2 MouseDelta => ref Unsafe.AsRef<Vector2>(&NativePtr->MouseDelta);
    public ImVector<ushort> InputQueueCharacters => new(NativePtr->InputQueueCharacters);
}
