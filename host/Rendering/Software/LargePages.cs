using System.Runtime.InteropServices;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Makes large arrays that do not move. On Linux the kernel is asked to back them with large pages: rays go through a volume across its rows, and with small
/// pages nearly every sample would need the place of another one.
/// </summary>
internal static unsafe partial class LargePages
{
    private const int SmallPage = 4096;
    private const int UseLargePages = 14;
    private const int WorthIt = 1 << 22;

    /// <summary>An array whose elements are yet to be written.</summary>
    public static T[] Allocate<T>(int length) where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length, pinned: true);
        var bytes = (nuint)length * (nuint)sizeof(T);
        if (!OperatingSystem.IsLinux() || bytes < WorthIt)
            return array;
        fixed (T* start = array)
        {
            var first = ((nuint)start + SmallPage - 1) & ~(nuint)(SmallPage - 1);
            var end = ((nuint)start + bytes) & ~(nuint)(SmallPage - 1);
            // Advice only: where it is not taken, nothing is lost.
            _ = Advise(first, end - first, UseLargePages);
        }
        return array;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
