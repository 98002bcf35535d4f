using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>python3-torch with the same weights, in a process of its own that measures when it is told to, so that the two can take turns.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    private PythonPeer(Process process) => _process = process;

    /// <summary>Starts it, or tells why not.</summary>
    internal static PythonPeer? Start(nn.Module network, string folder, int threads, Action<string> log)
    {
        var weights = Path.Combine(folder, "weights");
        Save(network, weights);
        var start = PeerScript.With("lrcs_net.py", weights, threads.ToString(CultureInfo.InvariantCulture));
        start.RedirectStandardInput = true;
        try
        {
            using var trial = Process.Start(new ProcessStartInfo(PeerScript.Python) { ArgumentList = { "-c", "import torch" }, RedirectStandardError = true })!;
            trial.WaitForExit();
            if (trial.ExitCode == 0)
                return new PythonPeer(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No python3 at all: the same for the reader as one without torch.
        }
        log("python3-torch is missing, so nothing is measured beside it; on Debian: apt-get install python3-torch");
        return null;
    }

    /// <summary>Gives a command and waits for the answer.</summary>
    internal string Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"python3 ended at '{command}': {_process.StandardError.ReadToEnd()}");
    }

    internal double Seconds(string command) => double.Parse(Ask(command), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
            _process.Kill();
        _process.Dispose();
    }

    private static void Save(nn.Module network, string path)
    {
        var entries = new JsonArray();
        using (var file = File.Create(path + ".bin"))
        {
            foreach (var (name, tensor) in network.named_parameters().Select(item => (item.name, (Tensor)item.parameter)).Concat(network.named_buffers()))
            {
                if (tensor.dtype != ScalarType.Float32)
                    continue;
                entries.Add((JsonNode)new JsonArray(name.TrimStart('_'), new JsonArray([.. tensor.shape.Select(length => (JsonNode)length)])));
                using var plain = tensor.detach().contiguous();
                file.Write(MemoryMarshal.AsBytes<float>(MemoryMarshal.Cast<byte, float>(plain.bytes)));
            }
        }
        File.WriteAllText(path + ".json", entries.ToJsonString());
    }
}
