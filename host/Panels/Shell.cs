using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>Puts the parts of the window together.</summary>
internal sealed class Shell : IDisposable
{
    private readonly MenuKeys _menuKeys = new();
    private readonly Workbench _bench;
    private readonly SceneRenderer _renderer;
    private readonly ViewGrid _views;
    private readonly MenuBar _menu;
    private readonly WindowSettings _settings;
    private readonly CommandTarget _target;
    private readonly StatusBar _status;
    private readonly NoticeArea _notices;
    private readonly FileDialog _files;
    private readonly HashSet<string> _told = [];

    public Shell(ViewTools tools, ShellState state)
    {
        (_bench, _renderer, State, Views) = (tools.Bench, tools.Renderer, state, tools.State);
        _views = new ViewGrid(tools);
        _target = new CommandTarget(_bench, Views, state);
        _settings = new WindowSettings(_bench, state);
        _menu = new MenuBar(_target);
        Left = new LeftPanel(_bench);
        Side = new SidePanel(_bench);
        Runs = new RunsPanel(_bench, tools.Gl);
        _status = new StatusBar(_bench, Views);
        _notices = new NoticeArea(_bench);
        _files = new FileDialog(_bench);
        Trust = new TrustDialog(_bench);
        Palette = new PalettePanel(_target);
        Projects = new ProjectDialogs(_bench);
        Restoring = new RecoveryDialog(_bench);
        Export = new ExportWindows(_bench);
        _bench.Export.Views = Views;
        _bench.Project.Add(new ViewsPart(Views, _bench.Project.Values, _bench.Notices.Fail));
    }

    public ShellState State { get; }

    public ViewState Views { get; }

    public ToolBar Tools => _views.Bar;

    public LeftPanel Left { get; }

    public SidePanel Side { get; }

    public RunsPanel Runs { get; }

    public PalettePanel Palette { get; }

    public TrustDialog Trust { get; }

    public ProjectDialogs Projects { get; }

    public RecoveryDialog Restoring { get; }

    public ExportWindows Export { get; }

    public FileDialog Files => _files;

    public void Draw()
    {
        var size = ImGui.GetIO().DisplaySize;
        if (_bench.Form is not null || _bench.WantedTab is not null)
            State.ShowSide = true;
        if (!_menuKeys.WasOpen)
            Keys.Follow(_target);
        _menuKeys.Follow(Palette.IsOpen);
        var top = _menu.Draw();
        var layout = ShellLayout.Of(size, top, StatusBar.Height, State.LeftWidth, State.ShowSide ? State.RightWidth : 0, Theme.Scale);
        if (_bench.Runs.IsOpen)
        {
            Runs.Draw(new Rect(layout.Left.Min, layout.Center.Max));
        }
        else
        {
            Left.Draw(layout.Left);
            _views.Draw(layout.Center);
        }
        _bench.Live.Tick(Views);
        if (layout.Right.Width > 0)
            Side.Draw(layout.Right);
        _status.Draw(layout.Status, _renderer);
        Edges(layout);
        _bench.Larger.Draw(_bench);
        Export.Draw();
        _notices.Draw(layout.Center);
        _files.Draw();
        Trust.Draw();
        Projects.Draw();
        Restoring.Draw();
        State.Help.Draw(_bench.Keys);
        Palette.Draw();
        foreach (var notice in _renderer.Notices.Where(_told.Add).ToList())
            _bench.Notices.Tell(notice);
        if (ImGui.IsAnyItemActive() || ImGui.IsAnyMouseDown())
            return;
        // Nothing is dragged or typed: what changes next is a step of its own, and what was dragged stays so.
        _bench.History.EndGesture();
        _settings.Keep();
    }

    public void Dispose()
    {
        _settings.Dispose();
        _views.Dispose();
        Runs.Dispose();
    }

    // The edges of the side panels can be dragged.
    private void Edges(ShellLayout layout)
    {
        if (!_bench.Runs.IsOpen)
            State.LeftWidth = Edge("left edge", layout.Left.Max.X, layout.Left, State.LeftWidth, 1);
        if (layout.Right.Width > 0)
            State.RightWidth = Edge("right edge", layout.Right.Min.X, layout.Right, State.RightWidth, -1);
    }

    private static float Edge(string id, float x, Rect panel, float width, int direction)
    {
        var half = Theme.Px(3);
        ImGui.SetNextWindowPos(new Vector2(x - half, panel.Min.Y));
        ImGui.SetNextWindowSize(new Vector2(half * 2, panel.Height));
        ImGui.PushStyleVar(ImGuiStyleVar.WindowPadding, Vector2.Zero);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowMinSize, Vector2.One);
        ImGui.Begin(id, ShellWindow.Flags | ImGuiWindowFlags.NoBackground | ImGuiWindowFlags.NoScrollbar | ImGuiWindowFlags.NoFocusOnAppearing);
        ImGui.PopStyleVar(2);
        var moved = Ui.Splitter("splitter", new Vector2(x - half, panel.Min.Y), new Vector2(half * 2, panel.Height), vertical: true);
        ImGui.End();
        return moved == 0 ? width : Math.Clamp(width + (direction * moved / Theme.Scale), ShellLayout.LeastSide, ShellLayout.MostSide);
    }
}
