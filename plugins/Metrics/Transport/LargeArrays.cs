using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Makes arrays of a number for each voxel. On Linux the kernel is asked to back them with large pages: a solution touches a hundred thousand small ones for
/// the first time, which takes a third of its time.
/// </summary>
internal static unsafe partial class LargeArrays
{
    private const int SmallPage = 4096;
    private const int UseLargePages = 14;
    private const int WorthIt = 1 << 22;

    /// <summary>An array of zeros.</summary>
    public static T[] Create<T>(int length) where T : unmanaged
    {
        var array = new T[length];
        if (!OperatingSystem.IsLinux() || (long)length * sizeof(T) < WorthIt)
            return array;
        fixed (T* start = array)
        {
            var first = ((nuint)start + SmallPage - 1) & ~(nuint)(SmallPage - 1);
            var end = ((nuint)start + ((nuint)length * (nuint)sizeof(T))) & ~(nuint)(SmallPage - 1);
            // Advice only: where it is not taken, nothing is lost.
            _ = Advise(first, end - first, UseLargePages);
        }
        return array;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
