using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class jit
    {
        public static ScriptModule load(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(filename, device_type, device_index));

        public static ScriptModule load(string filename, Device map_location) => new(Load(filename, map_location.type, map_location.index));

        public static ScriptModule load(string filename, string map_location) => load(filename, new Device(map_location));

        public static ScriptModule load(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(bytes, device_type, device_index));

        public static ScriptModule load(byte[] bytes, Device map_location) => new(Load(bytes, map_location.type, map_location.index));

        public static ScriptModule load(byte[] bytes, string map_location) => load(bytes, new Device(map_location));

        public static ScriptModule<TResult> load<TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(filename, device_type, device_index));

        public static ScriptModule<TResult> load<TResult>(string filename, Device map_location) => new(Load(filename, map_location.type, map_location.index));

        public static ScriptModule<TResult> load<TResult>(string filename, string map_location) => load<TResult>(filename, new Device(map_location));

        public static ScriptModule<TResult> load<TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(bytes, device_type, device_index));

        public static ScriptModule<TResult> load<TResult>(byte[] bytes, Device map_location) => new(Load(bytes, map_location.type, map_location.index));

        public static ScriptModule<TResult> load<TResult>(byte[] bytes, string map_location) => load<TResult>(bytes, new Device(map_location));

        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(filename, device_type, device_index));

        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, Device map_location) => new(Load(filename, map_location.type,
            map_location.index));

        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, string map_location) => load<T1, TResult>(filename,
            new Device(map_location));

        public static ScriptModule<T1, TResult> load<T1, TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(bytes, device_type, device_index));

        public static ScriptModule<T1, TResult> load<T1, TResult>(byte[] bytes, Device map_location) => new(Load(bytes, map_location.type, map_location.index));

        public static ScriptModule<T1, TResult> load<T1, TResult>(byte[] bytes, string map_location) => load<T1, TResult>(bytes, new Device(map_location));

        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(filename, device_type, device_index));

        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, Device map_location) => new(Load(filename,
            map_location.type, map_location.index));

        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, string map_location) => load<T1, T2, TResult>(filename,
            new Device(map_location));

        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Load(bytes, device_type, device_index));

        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(byte[] bytes, Device map_location) => new(Load(bytes, map_location.type,
            map_location.index));

        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(byte[] bytes, string map_location) => load<T1, T2, TResult>(bytes,
            new Device(map_location));

        public static void save(ScriptModule module, string filename) => module.Save(filename);

        private static IntPtr Load(string filename, DeviceType device, long index)
        {
            if (!File.Exists(filename))
                throw new FileNotFoundException($"There is no script module at '{filename}'.", filename);
            InitializeDeviceType(device);
            return Shim.WithText(filename, path => Shim.Check(Shim.shim_script_load((byte*)path, (long)device, index)));
        }

        private static IntPtr Load(byte[] bytes, DeviceType device, long index)
        {
            InitializeDeviceType(device);
            fixed (byte* first = bytes)
                return Shim.Check(Shim.shim_script_load_bytes(first, bytes.Length, (long)device, index));
        }
    }
}
