using System.Numerics;
using System.Runtime.CompilerServices;
using ImGuiNET;

namespace Windowing.Tests;

[Collection(WindowCollection.Name)]
public sealed unsafe class ImGuiTests
{
    [Fact]
    public void Fields_OfANewContext_HaveTheLibrarysDefaults()
    {
        using var frame = new GuiFrame();
        Assert.Equal(0.30f, frame.Io.MouseDoubleClickTime);
        Assert.Equal(6f, frame.Io.MouseDragThreshold);
        Assert.Equal(1f, frame.Io.FontGlobalScale);
        Assert.Equal("imgui_log.txt", frame.Io.LogFilename);
        var style = ImGui.GetStyle();
        Assert.Equal(new Vector2(8, 8), style.WindowPadding);
        Assert.Equal(21f, style.IndentSpacing);
        Assert.Equal(new Vector2(0.5f, 0.5f), style.ButtonTextAlign);
        Assert.Equal(1.25f, style.CurveTessellationTol);
        ImFontConfigPtr config = ImGuiNative.ImFontConfig_ImFontConfig();
        Assert.True(config.FontDataOwnedByAtlas);
        Assert.Equal(1f, config.RasterizerMultiply);
        Assert.Equal(float.MaxValue, config.GlyphMaxAdvanceX);
        config.Destroy();
    }

    [Fact]
    public void Button_PressedAndReleasedWithinOneFrame_IsClickedOnce()
    {
        using var frame = new GuiFrame();
        var middle = Vector2.Zero;
        var clicks = 0;
        void Content()
        {
            if (ImGui.Button("Press", new Vector2(120, 30)))
                clicks++;
            middle = (ImGui.GetItemRectMin() + ImGui.GetItemRectMax()) / 2;
        }
        frame.Show(Content);
        frame.Io.AddMousePosEvent(middle.X, middle.Y);
        frame.Show(Content);
        frame.Io.AddMouseButtonEvent(0, true);
        frame.Io.AddMouseButtonEvent(0, false);
        frame.Show(Content);
        Assert.Equal(0, clicks);
        frame.Show(Content);
        frame.Show(Content);
        Assert.Equal(1, clicks);
    }

    [Theory]
    [InlineData(ImGuiKey.A), InlineData(ImGuiKey.Q), InlineData(ImGuiKey._7), InlineData(ImGuiKey.F5), InlineData(ImGuiKey.KeypadAdd), InlineData(ImGuiKey.Escape)]
    public void IsKeyPressed_AfterAKeyEvent_IsTrueForThatKeyInOneFrame(ImGuiKey key)
    {
        using var frame = new GuiFrame();
        var (pressed, other, down) = (false, false, false);
        void Content() => (pressed, other, down) = (ImGui.IsKeyPressed(key), ImGui.IsKeyPressed(ImGuiKey.Space), ImGui.IsKeyDown(key));
        frame.Io.AddKeyEvent(key, true);
        frame.Show(Content);
        Assert.Equal((true, false, true), (pressed, other, down));
        frame.Show(Content);
        Assert.Equal((false, false, true), (pressed, other, down));
        frame.Io.AddKeyEvent(key, false);
        frame.Show(Content);
        Assert.False(down);
    }

    // As it comes when keys are pressed faster than frames are drawn: the modifier goes up before the key does.
    [Theory]
    [InlineData(false), InlineData(true)]
    public void IsKeyPressed_WithAModifierLetGoOfFirst_StillSeesBothInOneFrame(bool modifierComesAFrameEarlier)
    {
        using var frame = new GuiFrame();
        var (pressed, ctrl) = (false, false);
        void Content() => (pressed, ctrl) = (ImGui.IsKeyPressed(ImGuiKey.Z), ImGui.GetIO().KeyCtrl);
        frame.Io.AddKeyEvent(ImGuiKey.ModCtrl, true);
        if (modifierComesAFrameEarlier)
            frame.Show(Content);
        foreach (var (key, down) in new[] { (ImGuiKey.Z, true), (ImGuiKey.ModCtrl, false), (ImGuiKey.Z, false) })
            frame.Io.AddKeyEvent(key, down);
        frame.Show(Content);
        Assert.Equal((true, true), (pressed, ctrl));
        frame.Show(Content);
        Assert.Equal((false, false), (pressed, ctrl));
    }

    [Fact]
    public void InputText_WithTypedTextAndBackspace_HoldsWhatRemains()
    {
        using var frame = new GuiFrame();
        var (text, entered) = ("µ", false);
        void Content()
        {
            ImGui.SetKeyboardFocusHere();
            entered |= ImGui.InputText("##name", ref text, 64, ImGuiInputTextFlags.EnterReturnsTrue);
        }
        void Frames(int count)
        {
            for (var i = 0; i < count; i++)
                frame.Show(() => entered |= ImGui.InputText("##name", ref text, 64, ImGuiInputTextFlags.EnterReturnsTrue));
        }
        frame.Show(Content);
        frame.Show(Content);
        Frames(2);
        frame.Io.AddKeyEvent(ImGuiKey.End, true);
        frame.Io.AddKeyEvent(ImGuiKey.End, false);
        frame.Io.AddInputCharactersUTF8("m³x");
        Frames(4);
        Assert.Equal("µm³x", text);
        frame.Io.AddKeyEvent(ImGuiKey.Backspace, true);
        frame.Io.AddKeyEvent(ImGuiKey.Backspace, false);
        Frames(3);
        Assert.Equal("µm³", text);
        Assert.False(entered);
        frame.Io.AddKeyEvent(ImGuiKey.Enter, true);
        Frames(2);
        Assert.True(entered);
    }

    [Fact]
    public void CalcTextSize_OfMoreText_IsWider()
    {
        using var frame = new GuiFrame();
        frame.Show(() =>
        {
            var (one, two) = (ImGui.CalcTextSize("pore"), ImGui.CalcTextSize("pore pore"));
            Assert.True(one.X > 0 && one.Y > 0);
            Assert.True(two.X > one.X);
            Assert.Equal(ImGui.CalcTextSize("pore"), ImGui.CalcTextSize("pore##id", true));
            Assert.Equal(ImGui.GetFontSize(), one.Y);
        });
    }

    [Fact]
    public void Text_WithDoubledPercent_IsAsWideAsWithOne()
    {
        using var frame = new GuiFrame();
        frame.Show(() =>
        {
            ImGui.Text("45 %% of it");
            var width = ImGui.GetItemRectSize().X;
            ImGui.TextUnformatted("45 % of it");
            Assert.Equal(ImGui.GetItemRectSize().X, width);
        });
    }

    [Fact]
    public void Colors_WrittenByTheirNumbers_AreTheOnesDrawnWith()
    {
        using var frame = new GuiFrame();
        var style = ImGui.GetStyle();
        Assert.Equal(58, style.Colors.Count);
        var (tab, plot) = (new Vector4(0.1f, 0.2f, 0.3f, 1), new Vector4(0.9f, 0.8f, 0.7f, 1));
        style.Colors[(int)ImGuiCol.Tab] = tab;
        style.Colors[(int)ImGuiCol.PlotLines] = plot;
        frame.Show(() =>
        {
            Assert.Equal(tab, *ImGui.GetStyleColorVec4(ImGuiCol.Tab));
            Assert.Equal(ImGui.ColorConvertFloat4ToU32(plot), ImGui.GetColorU32(ImGuiCol.PlotLines));
            var before = *ImGui.GetStyleColorVec4(ImGuiCol.TableRowBg);
            ImGui.PushStyleColor(ImGuiCol.TableRowBg, tab);
            ImGui.PushStyleColor(ImGuiCol.TextLink, plot);
            Assert.Equal(tab, *ImGui.GetStyleColorVec4(ImGuiCol.TableRowBg));
            ImGui.PopStyleColor(2);
            Assert.Equal(before, *ImGui.GetStyleColorVec4(ImGuiCol.TableRowBg));
        });
    }

    [Fact]
    public void WindowFlags_NoInputs_LeavesTheMouseToWhatIsBehind()
    {
        using var frame = new GuiFrame();
        var hovered = true;
        frame.Io.AddMousePosEvent(50, 50);
        for (var i = 0; i < 3; i++)
        {
            frame.Io.DeltaTime = 1 / 60f;
            ImGui.NewFrame();
            ImGui.SetNextWindowPos(Vector2.Zero);
            ImGui.SetNextWindowSize(new Vector2(100, 100));
            ImGui.Begin("through", ImGuiWindowFlags.NoInputs);
            hovered = ImGui.IsWindowHovered();
            ImGui.End();
            ImGui.Render();
        }
        Assert.False(hovered);
        Assert.False(frame.Io.WantCaptureMouse);
    }

    [Fact]
    public void BeginTable_WithHeadersAndRows_MakesColumnsSideBySide()
    {
        using var frame = new GuiFrame();
        var places = new List<Vector2>();
        for (var i = 0; i < 2; i++)
        {
            places.Clear();
            frame.Show(() =>
            {
                Assert.True(ImGui.BeginTable("phases", 3, ImGuiTableFlags.Borders | ImGuiTableFlags.RowBg | ImGuiTableFlags.ScrollY, new Vector2(300, 100)));
                ImGui.TableSetupScrollFreeze(0, 1);
                ImGui.TableSetupColumn("Phase", ImGuiTableColumnFlags.WidthFixed, 60);
                ImGui.TableSetupColumn("Fraction", ImGuiTableColumnFlags.WidthStretch);
                ImGui.TableSetupColumn("IoU");
                ImGui.TableHeadersRow();
                ImGui.TableNextRow();
                for (var column = 0; column < 3; column++)
                {
                    ImGui.TableSetColumnIndex(column);
                    places.Add(ImGui.GetCursorScreenPos());
                    ImGui.Text("x");
                }
                ImGui.EndTable();
            });
        }
        Assert.True(places[0].X < places[1].X && places[1].X < places[2].X);
        Assert.Equal(places[0].Y, places[2].Y);
    }

    [Fact]
    public void Combo_WithItems_TakesThemAndKeepsTheChoice()
    {
        using var frame = new GuiFrame();
        var choice = 1;
        frame.Show(() => Assert.False(ImGui.Combo("map", ref choice, ["gray", "viridis", "magma"], 3)));
        Assert.Equal(1, choice);
    }

    [Fact]
    public void DragDropPayload_SetAndTaken_CarriesItsBytes()
    {
        using var frame = new GuiFrame();
        var from = Vector2.Zero;
        var to = Vector2.Zero;
        var taken = -1;
        void Content()
        {
            ImGui.Button("from", new Vector2(100, 30));
            from = (ImGui.GetItemRectMin() + ImGui.GetItemRectMax()) / 2;
            if (ImGui.BeginDragDropSource())
            {
                var value = 42;
                ImGui.SetDragDropPayload("layer", (IntPtr)(&value), sizeof(int));
                ImGui.EndDragDropSource();
            }
            ImGui.Button("to", new Vector2(100, 30));
            to = (ImGui.GetItemRectMin() + ImGui.GetItemRectMax()) / 2;
            if (ImGui.BeginDragDropTarget())
            {
                var payload = ImGui.AcceptDragDropPayload("layer");
                if (payload.NativePtr is not null)
                    taken = Unsafe.Read<int>((void*)payload.Data);
                ImGui.EndDragDropTarget();
            }
        }
        frame.Show(Content);
        frame.Io.AddMousePosEvent(from.X, from.Y);
        frame.Io.AddMouseButtonEvent(0, true);
        frame.Show(Content);
        frame.Show(Content);
        frame.Io.AddMousePosEvent(from.X + 20, from.Y);
        frame.Show(Content);
        frame.Io.AddMousePosEvent(to.X, to.Y);
        frame.Show(Content);
        frame.Show(Content);
        frame.Io.AddMouseButtonEvent(0, false);
        frame.Show(Content);
        frame.Show(Content);
        Assert.Equal(42, taken);
    }
}
