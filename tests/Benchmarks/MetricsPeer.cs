using System.Diagnostics;
using System.Globalization;

using VolumeViewer.Sdk;

namespace Benchmarks;

/// <summary>numpy, scipy, scikit-image and torch on the same labels, in a process of its own that measures when it is told to.</summary>
internal sealed class MetricsPeer : IDisposable
{
    private readonly Process _process;

    private MetricsPeer(Process process) => _process = process;

    /// <summary>Starts it, or tells why not.</summary>
    /// <param name="labels">A cube.</param>
    /// <param name="phase">What is measured.</param>
    /// <param name="folder">Where a copy of the labels may stand.</param>
    /// <param name="log">Gets the reason where there is no python3.</param>
    internal static MetricsPeer? Start(LabelVolume labels, int phase, string folder, Action<string> log)
    {
        var path = Path.Combine(folder, "labels.u8");
        using (var file = File.Create(path))
        {
            for (var z = 0; z < labels.Shape.Depth; z++)
                file.Write(labels.Slice(z));
        }
        var start = PeerScript.With("metrics.py", path, Text(labels.Shape.Depth), Text(phase), Text(Environment.ProcessorCount));
        // Nobody reads what it says there, and a full pipe would stop it.
        (start.RedirectStandardInput, start.RedirectStandardError) = (true, false);
        try
        {
            return new MetricsPeer(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            log("python3 is missing, so nothing is measured beside it; on Debian: apt-get install python3-scipy python3-skimage python3-torch");
            return null;
        }
    }

    /// <summary>The seconds and the value of a measure; both NaN where its package is missing.</summary>
    internal (double Seconds, double Value) Ask(string measure)
    {
        _process.StandardInput.WriteLine(measure);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine()?.Split(' ') ?? throw new InvalidOperationException($"python3 ended at '{measure}'.");
        return (double.Parse(answer[0], CultureInfo.InvariantCulture), double.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
            _process.Kill();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
