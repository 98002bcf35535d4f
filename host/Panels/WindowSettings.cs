using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Settings;

namespace VolumeViewer.Host.Panels;

/// <summary>Brings the settings into the window, and what is dragged in the window into the settings.</summary>
internal sealed class WindowSettings : IDisposable
{
    private readonly Workbench _bench;
    private readonly ShellState _shell;
    private readonly HashSet<string> _told = [];
    private double _textScale;

    public WindowSettings(Workbench bench, ShellState shell)
    {
        (_bench, _shell) = (bench, shell);
        _textScale = File.Current.TextScale;
        Apply();
        File.Changed += OnChanged;
    }

    private SettingsFile File => _bench.Services.Settings;

    /// <summary>Pixels of one unit of the design.</summary>
    public static float ScaleOf(AppSettings settings) => settings.TextScale > 0 ? (float)settings.TextScale : DisplayScale.Suggested();

    /// <summary>Saves what the user dragged. To be called when nothing is held.</summary>
    public void Keep()
    {
        var settings = File.Current;
        if (Math.Abs(settings.LeftWidth - _shell.LeftWidth) < 0.5 && Math.Abs(settings.RightWidth - _shell.RightWidth) < 0.5)
            return;
        _bench.Change(now => now with { LeftWidth = Math.Round(_shell.LeftWidth), RightWidth = Math.Round(_shell.RightWidth) });
    }

    public void Dispose() => File.Changed -= OnChanged;

    private void OnChanged(object? sender, EventArgs e) => Apply();

    private void Apply()
    {
        var settings = File.Current;
        (_shell.LeftWidth, _shell.RightWidth) = ((float)settings.LeftWidth, (float)settings.RightWidth);
        _bench.History.MemoryBound = settings.UndoMemoryMebibytes << 20;
        _bench.Keys = new KeyMap(CommandTable.All, settings.Keys, settings.KeyScheme);
        if (settings.TextScale != _textScale)
            (_textScale, _shell.WantedScale) = (settings.TextScale, ScaleOf(settings));
        foreach (var fault in File.Faults.Concat(_bench.Keys.Faults).Where(_told.Add))
            _bench.Notices.Fail(fault);
        _bench.Activity.Request();
    }
}
