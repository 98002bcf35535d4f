using System.Globalization;

namespace TorchSharp;

public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MKLDNN = 2,
    OPENGL = 3,
    OPENCL = 4,
    IDEEP = 5,
    HIP = 6,
    FPGA = 7,
    MSNPU = 8,
    XLA = 9,
    MPS = 13,
    META = 14,
}

public static partial class torch
{
    /// <summary>Where a tensor's elements live.</summary>
    public class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = TypeOf(parts[0]);
            if (parts.Length == 1)
                return;
            index = parts.Length == 2 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
                : throw new ArgumentException($"'{description}' is not a device. Give a type, or a type and a number: 'cpu', 'cuda', 'cuda:1'.");
        }

        public Device(string deviceType, int index = -1)
            : this(TypeOf(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; private set; }

        public int index { get; private set; } = -1;

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return type == DeviceType.CPU || index == -1 ? name : $"{name}:{index}";
        }

        public static implicit operator Device(string description) => new(description);

        private static DeviceType TypeOf(string name) => name.ToLowerInvariant() switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"Unknown device type '{name}'. There are: cpu, cuda, mps, meta."),
        };
    }

    public static readonly Device CPU = new(DeviceType.CPU, -1);

    public static readonly Device META = new(DeviceType.META, -1);

    public static Device CUDA => InitializeDevice(new Device(DeviceType.CUDA, -1));

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    /// <summary>Whether tensors can be made on devices of this kind.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CUDA => cuda.is_available(),
        DeviceType.MPS => false,
        _ => true,
    };

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"This libtorch has no support for {deviceType}. Use the CPU.");
    }

    public static Device InitializeDevice(Device? device)
    {
        device ??= CPU;
        InitializeDeviceType(device.type);
        return device;
    }
}
