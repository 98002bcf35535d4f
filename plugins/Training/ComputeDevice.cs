using TorchSharp;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training;

/// <summary>Where a network computes.</summary>
internal enum ComputeDevice
{
    /// <summary>The graphics card where there is one, else the processor.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>The graphics card.</summary>
    Cuda,
}

internal static class ComputeDevices
{
    /// <exception cref="UserException">A graphics card was asked for, and there is none that can be used.</exception>
    internal static torch.Device Find(this ComputeDevice device) => device switch
    {
        ComputeDevice.Cpu => torch.CPU,
        ComputeDevice.Cuda when !torch.cuda.is_available() =>
            throw new UserException("--device: cuda was asked for, but no CUDA graphics card can be used here; take auto or cpu."),
        ComputeDevice.Cuda => torch.CUDA,
        _ => torch.cuda.is_available() ? torch.CUDA : torch.CPU,
    };
}
