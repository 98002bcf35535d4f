using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>A field to type in, and below it everything that answers to it: commands, operations, samples, settings.</summary>
internal sealed class PalettePanel(CommandTarget target)
{
    private const string Name = "command palette";
    private const int MostRows = 11;

    private readonly PaletteModel _model = new();
    private string _query = "";
    private bool _isFirstFrame;
    private int _scrolledTo = -1;
    private Vector2 _pointer;

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What it lists.</summary>
    public PaletteModel Model => _model;

    private static float RowHeight => Theme.Px(32);

    public void Draw()
    {
        if (target.Shell.WantsPalette)
            Open();
        if (!IsOpen)
            return;
        var display = ImGui.GetIO().DisplaySize;
        var width = Math.Min(Theme.Px(620), display.X - Theme.Px(40));
        ImGui.SetNextWindowPos(new Vector2((display.X - width) / 2, Math.Min(Theme.Px(80), display.Y * 0.1f)));
        ImGui.SetNextWindowSize(new Vector2(width, 0));
        ImGui.PushStyleVar(ImGuiStyleVar.WindowPadding, new Vector2(Theme.Px(8)));
        IsOpen = ImGui.BeginPopup(Name, ImGuiWindowFlags.NoMove | ImGuiWindowFlags.NoNav | ImGuiWindowFlags.NoSavedSettings);
        ImGui.PopStyleVar();
        if (!IsOpen)
            return;
        var taken = Field() ? _model.Take() : null;
        taken = Rows() ?? taken;
        if (ImGui.IsKeyPressed(ImGuiKey.Escape) || taken is not null)
        {
            IsOpen = false;
            ImGui.CloseCurrentPopup();
        }
        ImGui.EndPopup();
        // After the popup is closed: what is run may open another one.
        taken?.Run();
    }

    private void Open()
    {
        target.Shell.WantsPalette = false;
        (IsOpen, _isFirstFrame, _query, _scrolledTo) = (true, true, "", -1);
        _pointer = ImGui.GetIO().MousePos;
        _model.Begin(PaletteModel.Everything(target));
        ImGui.OpenPopup(Name);
    }

    // Gives whether Enter was pressed.
    private bool Field()
    {
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(10), Theme.Px(8)));
        ImGui.SetNextItemWidth(-1);
        if (_isFirstFrame)
            ImGui.SetKeyboardFocusHere();
        _isFirstFrame = false;
        var entered = Ui.InputTextWithHint("##query", "Type a command, an operation, a sample or a setting", ref _query, 200, ImGuiInputTextFlags.EnterReturnsTrue);
        ImGui.PopStyleVar();
        _model.Query = _query;
        // A field of one line has no use for these keys itself.
        if (ImGui.IsKeyPressed(ImGuiKey.DownArrow))
            _model.Move(1);
        if (ImGui.IsKeyPressed(ImGuiKey.UpArrow))
            _model.Move(-1);
        if (ImGui.IsKeyPressed(ImGuiKey.PageDown))
            _model.Move(Math.Min(MostRows, _model.Hits.Count - 1 - _model.Selected));
        if (ImGui.IsKeyPressed(ImGuiKey.PageUp))
            _model.Move(-Math.Min(MostRows, _model.Selected));
        return entered;
    }

    private PaletteEntry? Rows()
    {
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        if (_model.Hits.Count == 0)
        {
            ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Theme.Px(10));
            Ui.Muted("Nothing answers to this.");
            return null;
        }
        PaletteEntry? taken = null;
        ImGui.PushStyleVar(ImGuiStyleVar.ItemSpacing, Vector2.Zero);
        ImGui.BeginChild("hits", new Vector2(0, Math.Min(MostRows, _model.Hits.Count) * RowHeight));
        // The pointer chooses only when it moves: else the row under it would take the choice from the keys.
        var isMoved = ImGui.GetIO().MousePos != _pointer;
        _pointer = ImGui.GetIO().MousePos;
        for (var index = 0; index < _model.Hits.Count; index++)
        {
            if (Row(index, isMoved))
                taken = _model.Take(index);
        }
        _scrolledTo = _model.Selected;
        ImGui.EndChild();
        ImGui.PopStyleVar();
        return taken;
    }

    private bool Row(int index, bool isPointerMoved)
    {
        var (entry, letters, _) = _model.Hits[index];
        var (place, width, draw) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, ImGui.GetWindowDrawList());
        var box = Rect.At(place.X, place.Y, width, RowHeight);
        var pressed = ImGui.InvisibleButton($"hit {index}", box.Size);
        if (isPointerMoved && ImGui.IsItemHovered())
            _model.Move(index - _model.Selected);
        if (index == _model.Selected)
        {
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.AccentDim), Theme.Px(5));
            if (_scrolledTo != index)
                ImGui.SetScrollHereY();
        }
        var text = box.Center.Y - (ImGui.GetTextLineHeight() / 2);
        var right = Keys(draw, entry.Keys, box) - Theme.Px(10);
        ImGui.PushFont(Fonts.Small);
        var kind = entry.IsOn ? $"{entry.Kind}, on" : entry.Kind;
        right -= Ui.Width(kind);
        draw.AddText(new Vector2(right, box.Center.Y - (ImGui.GetTextLineHeight() / 2)), Theme.U32(entry.IsOn ? Theme.Accent : Theme.Muted), kind);
        ImGui.PopFont();
        Title(draw, entry, letters, new Vector2(box.Min.X + Theme.Px(10), text), right - box.Min.X - Theme.Px(24));
        return pressed;
    }

    // The keys in a frame at the right; gives where they begin.
    private static float Keys(ImDrawListPtr draw, string keys, Rect box)
    {
        var right = box.Max.X - Theme.Px(8);
        if (keys.Length == 0)
            return right;
        ImGui.PushFont(Fonts.Small);
        var size = ImGui.CalcTextSize(keys) + new Vector2(Theme.Px(12), Theme.Px(5));
        var corner = new Vector2(right - size.X, box.Center.Y - (size.Y / 2));
        draw.AddRectFilled(corner, corner + size, Theme.U32(Theme.Frame), Theme.Px(4));
        draw.AddText(corner + new Vector2(Theme.Px(6), Theme.Px(2.5f)), Theme.U32(Theme.Text), keys);
        ImGui.PopFont();
        return corner.X;
    }

    // The title with the letters that were typed in the accent's colour; the id behind it where there is room.
    private static void Title(ImDrawListPtr draw, PaletteEntry entry, IReadOnlyList<int> letters, Vector2 place, float room)
    {
        var opacity = entry.IsEnabled ? 1 : 0.45f;
        var shown = Elision.Middle(entry.Title, room, Ui.Width);
        if (shown.Length != entry.Title.Length)
            letters = [];
        for (var from = 0; from < shown.Length;)
        {
            var isTyped = letters.Contains(from);
            var to = from + 1;
            while (to < shown.Length && letters.Contains(to) == isTyped)
                to++;
            draw.AddText(place + new Vector2(Ui.Width(shown[..from]), 0), Theme.U32(isTyped ? Theme.Accent : Theme.Text, opacity), shown[from..to]);
            from = to;
        }
        var left = Ui.Width(shown) + Theme.Px(12);
        ImGui.PushFont(Fonts.Small);
        if (left + Ui.Width(entry.Id) < room)
            draw.AddText(place + new Vector2(left, Theme.Px(1.5f)), Theme.U32(Theme.Muted, opacity * 0.7f), entry.Id);
        ImGui.PopFont();
    }
}
