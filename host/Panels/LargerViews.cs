using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Tables and plots in windows of their own, which can be moved and drawn larger. They keep what they show, whatever becomes of its panel.</summary>
internal sealed class LargerViews
{
    private readonly List<Item> _items = [];
    private int _opened;

    /// <summary>How many are open.</summary>
    public int Count => _items.Count;

    /// <summary>Whether the keys belong to one of them.</summary>
    public bool HasFocus { get; private set; }

    public void Show(Table table) => Add(table, null);

    public void Show(Plot plot) => Add(null, plot);

    public void Draw(Workbench bench)
    {
        HasFocus = false;
        foreach (var item in _items.ToList())
        {
            var display = ImGui.GetIO().DisplaySize;
            var step = Theme.Px(28) * (item.Number % 6);
            ImGui.SetNextWindowSize(Vector2.Min(new Vector2(Theme.Px(860), Theme.Px(560)), display * 0.85f), ImGuiCond.Appearing);
            ImGui.SetNextWindowPos((display * 0.08f) + new Vector2(step), ImGuiCond.Appearing);
            var isOpen = true;
            var title = (item.Table?.Title ?? item.Plot!.Title).Replace("##", "# #", StringComparison.Ordinal);
            if (ImGui.Begin($"{Elision.Middle(title, display.X * 0.6f, Ui.Width)}###larger {item.Number}", ref isOpen, ImGuiWindowFlags.NoCollapse | ImGuiWindowFlags.NoSavedSettings))
            {
                var room = ImGui.GetContentRegionAvail();
                if (item.Table is { } table)
                    TableView.Draw(bench, "table", table, item.TableLook, room.Y);
                else
                    LineChart.Draw("plot", item.Plot!, room - new Vector2(0, Theme.Px(2)), item.PlotLook, bench, canEnlarge: false);
            }
            // The one that was clicked last goes with Escape.
            var isFocused = ImGui.IsWindowFocused(ImGuiFocusedFlags.RootAndChildWindows);
            HasFocus |= isFocused;
            if (isFocused && ImGui.IsKeyPressed(ImGuiKey.Escape) && !ImGui.GetIO().WantTextInput)
                isOpen = false;
            ImGui.End();
            if (!isOpen)
                _items.Remove(item);
        }
    }

    private void Add(Table? table, Plot? plot) => _items.Add(new Item(_opened++, table, plot));

    private sealed record Item(int Number, Table? Table, Plot? Plot)
    {
        public TableLook TableLook { get; } = new();

        public PlotLook PlotLook { get; } = new();
    }
}
