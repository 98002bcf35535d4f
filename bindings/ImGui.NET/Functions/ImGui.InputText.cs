using System.Buffers;
using System.Numerics;
using System.Text;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    private delegate bool Edit(byte* buffer, nuint size);

    public static bool InputText(string label, byte[] buf, uint buf_size) => InputText(label, buf, buf_size, ImGuiInputTextFlags.None);

    public static bool InputText(string label, byte[] buf, uint buf_size, ImGuiInputTextFlags flags)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buf_size, (uint)buf.Length);
        fixed (byte* buffer = buf)
            return Native.igInputText(label, buffer, buf_size, flags);
    }

    public static bool InputText(string label, IntPtr buf, uint buf_size) => InputText(label, buf, buf_size, ImGuiInputTextFlags.None);
    public static bool InputText(string label, IntPtr buf, uint buf_size, ImGuiInputTextFlags flags) => Native.igInputText(label, (byte*)buf, buf_size, flags);

    public static bool InputText(string label, ref string input, uint maxLength) => InputText(label, ref input, maxLength, ImGuiInputTextFlags.None);
    public static bool InputText(string label, ref string input, uint maxLength, ImGuiInputTextFlags flags) =>
        EditString(ref input, maxLength, (buffer, size) => Native.igInputText(label, buffer, size, flags));

    public static bool InputTextMultiline(string label, ref string input, uint maxLength, Vector2 size) => InputTextMultiline(label, ref input, maxLength, size, ImGuiInputTextFlags.None);
    public static bool InputTextMultiline(string label, ref string input, uint maxLength, Vector2 size, ImGuiInputTextFlags flags) =>
        EditString(ref input, maxLength, (buffer, length) => Native.igInputTextMultiline(label, buffer, length, size, flags));

    public static bool InputTextWithHint(string label, string hint, ref string input, uint maxLength) => InputTextWithHint(label, hint, ref input, maxLength, ImGuiInputTextFlags.None);
    public static bool InputTextWithHint(string label, string hint, ref string input, uint maxLength, ImGuiInputTextFlags flags) =>
        EditString(ref input, maxLength, (buffer, size) => Native.igInputTextWithHint(label, hint, buffer, size, flags));

    // maxLength counts bytes of UTF-8. A longer string that is already there is shown whole, and can only become shorter.
    private static bool EditString(ref string input, uint maxLength, Edit edit)
    {
        var size = Math.Max((int)maxLength, Encoding.UTF8.GetByteCount(input)) + 1;
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            bytes.AsSpan(0, size).Clear();
            Encoding.UTF8.GetBytes(input, bytes);
            bool result;
            fixed (byte* buffer = bytes)
                result = edit(buffer, (nuint)size);
            var text = bytes.AsSpan(0, bytes.AsSpan(0, size).IndexOf((byte)0));
            if (result || Encoding.UTF8.GetByteCount(input) != text.Length || Encoding.UTF8.GetString(text) != input)
                input = Encoding.UTF8.GetString(text);
            return result;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
