namespace Silk.NET.Input;

public interface IInputContext : IDisposable
{
    nint Handle { get; }
    IReadOnlyList<IKeyboard> Keyboards { get; }
    IReadOnlyList<IMouse> Mice { get; }
    IReadOnlyList<IInputDevice> OtherDevices { get; }
}
