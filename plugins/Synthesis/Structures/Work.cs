using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>How the work of a generator is shared out, told about and cancelled. Nothing that a generator makes depends on the number of threads.</summary>
/// <param name="Job">Whom to tell, or null.</param>
/// <param name="Threads">The most threads, or −1 for all cores.</param>
internal sealed record Work(IJobContext? Job = null, int Threads = -1)
{
    /// <summary>Cancels work that has no job.</summary>
    public CancellationToken StopsAt { get; init; }

    /// <summary>Cancels the work.</summary>
    public CancellationToken Token => Job?.CancellationToken ?? StopsAt;

    /// <summary>Runs the body for 0 … count − 1, in any order and on several threads.</summary>
    public void For(int count, Action<int> body) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Token }, body);

    /// <summary>The same with something that each thread makes for itself and hands in at its end; how many there are depends on the number of threads.</summary>
    public void For<T>(int count, Func<T> make, Action<int, T> body, Action<T> handIn) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Token }, make, (i, _, own) =>
        {
            body(i, own);
            return own;
        }, handIn);

    /// <summary>Runs the body for parts [from, to) of 0 … count − 1; where the parts begin does not depend on the number of threads.</summary>
    public void ForParts(int count, int partLength, Action<int, int> body)
    {
        var parts = (count + partLength - 1) / partLength;
        if (parts <= 1)
            body(0, count);
        else
            For(parts, part => body(part * partLength, Math.Min(count, (part + 1) * partLength)));
    }

    /// <summary>Tells how far it is.</summary>
    public void Report(double fraction, string status)
    {
        Token.ThrowIfCancellationRequested();
        Job?.Report(new JobProgress(fraction, status));
    }
}
