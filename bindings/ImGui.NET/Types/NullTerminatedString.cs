using System.Runtime.InteropServices;

namespace ImGuiNET;

public unsafe struct NullTerminatedString
{
    public readonly byte* Data;

    public NullTerminatedString(byte* data) => Data = data;

    public override string ToString() => Marshal.PtrToStringUTF8((IntPtr)Data) ?? string.Empty;

    public static implicit operator string(NullTerminatedString nts) => nts.ToString();
}
