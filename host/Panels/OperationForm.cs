using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The form of an operation, made from its declaration.</summary>
internal sealed class OperationForm(Workbench bench)
{
    private readonly Dictionary<Type, IReadOnlyList<string>> _choices = [];
    private readonly PresetBar _presets = new(bench);
    private readonly EditFields _edits = new(bench);
    private readonly FollowFields _follow = new(bench);

    private static float Column => Math.Min(Theme.Px(170), ImGui.GetWindowWidth() * 0.5f);

    /// <summary>The buttons of operations that change labels.</summary>
    public EditFields Edits => _edits;

    /// <summary>The switch of operations that only show something.</summary>
    public FollowFields Follow => _follow;

    /// <summary>Where the fields of the parameters were drawn last, by their names.</summary>
    public Dictionary<string, Rect> Fields { get; } = [];

    /// <summary>The height in which the form needs no scrolling, as it was drawn last.</summary>
    public float WantedHeight { get; private set; } = float.PositiveInfinity;

    public void Draw(FormModel form)
    {
        form.Follow(bench.Viewer);
        Header(form);
        var above = ImGui.GetCursorPosY();
        var faults = form.Faults().Count;
        var footer = FooterHeight(faults, form.Edited is not null ? EditFields.Height(bench.Edits) : FollowedPreview.CanFollow(form) ? FollowFields.Height(bench.Followed) : 0);
        ImGui.BeginChild("fields", new Vector2(0, -footer));
        Description(form.Operation.Description);
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        if (form.Operation.Parameters.Items.Count > 0)
            _presets.Draw(form, Column);
        if (form.Operation.Output == OutputKind.Folder)
            QueueFields.Draw(form, Column);
        foreach (var input in form.Operation.Inputs)
        {
            Input(form, input);
            Fault(form.FaultOf(input));
        }
        if (form.Operation.Output == OutputKind.Folder)
        {
            OutputFolder(form);
            Fault(form.OutputFault());
        }
        if (form.Operation.Inputs.Count > 0 && form.Operation.Parameters.Items.Count > 0)
            ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        foreach (var parameter in form.Operation.Parameters.Items)
            Parameter(form, parameter);
        WantedHeight = MathF.Ceiling(above + ImGui.GetCursorPosY() + footer + ImGui.GetStyle().ItemSpacing.Y);
        ImGui.EndChild();
        Footer(form, faults);
    }

    /// <summary>The inputs and parameters alone, for a panel that has its own heading and buttons.</summary>
    public void DrawFields(FormModel form)
    {
        foreach (var input in form.Operation.Inputs)
        {
            Input(form, input);
            Fault(form.FaultOf(input));
        }
        foreach (var parameter in form.Operation.Parameters.Items)
            Parameter(form, parameter);
    }

    // Where there is little room the fields matter more than what is known after the first time.
    private static void Description(string text)
    {
        const int roomy = 14;
        if (text.Length == 0)
            return;
        var isShort = ImGui.GetContentRegionAvail().Y < roomy * ImGui.GetTextLineHeight();
        var first = text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 && isShort ? text[..(end + 1)] : text;
        Ui.Wrapped(first, Theme.Muted);
        if (first.Length < text.Length)
            Ui.Tooltip(text);
    }

    // What is wrong stands at its field; below it only says how much there is.
    private static string Sum(int faults) => faults == 1 ? "One thing is to be mended above." : $"{faults} things are to be mended above.";

    private static void Fault(string? fault)
    {
        if (fault is null)
            return;
        ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Column);
        Ui.Wrapped(fault, Theme.Warning);
    }

    private static float FooterHeight(int faults, float more)
    {
        var gap = ImGui.GetStyle().ItemSpacing.Y;
        var reason = faults == 0 ? 0 : ImGui.CalcTextSize(Sum(faults), ImGui.GetContentRegionAvail().X).Y + gap;
        return Ui.Height + reason + more + (gap * 2) + Theme.Px(4);
    }

    private static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    private void Header(FormModel form)
    {
        ImGui.AlignTextToFramePadding();
        ImGui.PushFont(Fonts.Strong);
        Ui.Elided(form.Operation.Title, ImGui.GetContentRegionAvail().X - Ui.Height - Theme.Px(8), Theme.Text);
        ImGui.PopFont();
        ImGui.SameLine(ImGui.GetWindowWidth() - Ui.Height - ImGui.GetStyle().WindowPadding.X);
        if (Ui.IconButton("close", Icon.Close, "Close the form"))
            bench.Form = null;
    }

    private void Input(FormModel form, OperationInput input)
    {
        Ui.Label(Capitalised(input.Name), Column, input.Help);
        if (input.Kind == InputKind.Path)
        {
            var path = form.PathOf(input);
            if (PathField(input.Name, ref path, FileGoal.Open, chosen => form.Choose(input, chosen)))
                form.Choose(input, path);
            return;
        }
        var current = form.LayerOf(input);
        var none = input.Optional ? "none" : input.Kind == InputKind.Labels ? "no labels layer" : "no image layer";
        if (!Ui.BeginCombo($"##{input.Name}", current?.Name ?? none))
        {
            Ui.Tooltip(input.Help);
            return;
        }
        if (input.Optional && ImGui.Selectable("none", current is null))
            form.Choose(input, (Layer?)null);
        foreach (var layer in FormModel.Fitting(bench.Viewer, input))
        {
            if (ImGui.Selectable($"{layer.Name}##{layer.GetHashCode()}", ReferenceEquals(layer, current)))
                form.Choose(input, layer);
        }
        ImGui.EndCombo();
    }

    private void OutputFolder(FormModel form)
    {
        var help = form.ForQueue
            ? "The folder for the folders of the runs, each named by what varies; a single run fills it itself."
            : "The folder that the operation fills; it is made if it does not exist.";
        Ui.Label(form.ForQueue ? "Base folder" : "Output folder", Column, help);
        var path = form.OutputFolder;
        if (PathField("output", ref path, FileGoal.Folder, chosen => form.OutputFolder = chosen))
            form.OutputFolder = path;
    }

    private void Parameter(FormModel form, ParameterInfo parameter)
    {
        var fault = form.FaultOf(parameter);
        var title = parameter.Unit.Length > 0 ? $"{parameter.Title} [{parameter.Unit}]" : parameter.Title;
        var end = ImGui.GetCursorPosX() + ImGui.GetContentRegionAvail().X;
        Ui.Label(title, Column, HelpOf(parameter));
        // The room for the button that brings back the default stays free, so that fields do not jump.
        ImGui.SetNextItemWidth(Math.Max(Theme.Px(40), end - ImGui.GetCursorPosX() - Ui.Height - Theme.Px(4)));
        if (fault is not null)
            ImGui.PushStyleColor(ImGuiCol.FrameBg, Theme.ErrorGround);
        var text = form[parameter];
        ImGui.BeginGroup();
        if (Field(form, parameter, ref text))
            form[parameter] = text;
        ImGui.EndGroup();
        Fields[parameter.Name] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        if (fault is not null)
            ImGui.PopStyleColor();
        Ui.Tooltip(HelpOf(parameter));
        if (!form.IsDefault(parameter))
        {
            ImGui.SameLine(end - Ui.Height);
            var known = ParameterInfo.Format(parameter.Default);
            if (Ui.IconButton($"reset {parameter.Name}", Icon.Reset, known.Length > 0 ? $"Back to {known}" : "Back to empty"))
                form.Reset(parameter);
        }
        Fault(fault);
    }

    private static string HelpOf(ParameterInfo parameter)
    {
        var range = (double.IsInfinity(parameter.Min), double.IsInfinity(parameter.Max)) switch
        {
            (false, false) => $"{parameter.Min} to {parameter.Max}",
            (false, true) => $"{parameter.Min} or more",
            (true, false) => $"{parameter.Max} or less",
            _ => "",
        };
        var unset = parameter.IsOptional ? "May stay empty." : "";
        return string.Join("\n", new[] { parameter.Help, range.Length > 0 ? $"Range: {range}" : "", unset }.Where(line => line.Length > 0));
    }

    private bool Field(FormModel form, ParameterInfo parameter, ref string text)
    {
        var id = $"##{parameter.Name}";
        // A list has no place in a slider or a menu.
        if (form.ForQueue && !parameter.IsPath)
            return parameter.IsOptional ? Ui.InputTextWithHint(id, "not set", ref text, 1000) : Ui.InputText(id, ref text, 1000);
        if (parameter.Type == typeof(bool) && !parameter.IsOptional)
        {
            var flag = text == "true";
            if (!ImGui.Checkbox(id, ref flag))
                return false;
            text = flag ? "true" : "false";
            return true;
        }
        if (parameter.Choices.Count > 0)
            return Combo(id, parameter.Choices, parameter.IsOptional, ref text);
        if (parameter.PhasesOf.Length > 0)
            return PhaseField.Draw(form, parameter, ref text, Ui.Height + Theme.Px(4));
        if (parameter.ChoicesFrom is { } contract)
            return Combo(id, ChoicesOf(contract), parameter.IsOptional || text.Length == 0, ref text);
        if (parameter.IsPath)
            return PathField(parameter.Name, ref text, FileGoal.Open, chosen => form[parameter] = chosen, Ui.Height + Theme.Px(4));
        // With both ends known a slider is quicker; large ranges are typed.
        if (parameter.Type == typeof(int) && !parameter.IsOptional && parameter.Max - parameter.Min <= 200 && int.TryParse(text, out var whole))
        {
            if (!ImGui.SliderInt(id, ref whole, (int)parameter.Min, (int)parameter.Max, "%d", ImGuiSliderFlags.AlwaysClamp))
                return false;
            text = whole.ToString();
            return true;
        }
        if (parameter.Type == typeof(int) && !parameter.IsOptional && int.TryParse(text, out var number))
        {
            if (!ImGui.InputInt(id, ref number))
                return false;
            text = number.ToString();
            return true;
        }
        // A comma in one number is a decimal one; between several it is what parts them.
        if ((Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type).IsPrimitive)
            return parameter.IsOptional ? ImGui.InputTextWithHint(id, "not set", ref text, 1000) : ImGui.InputText(id, ref text, 1000);
        return parameter.IsOptional ? Ui.InputTextWithHint(id, "not set", ref text, 1000) : Ui.InputText(id, ref text, 1000);
    }

    private static bool Combo(string id, IReadOnlyList<string> choices, bool withEmpty, ref string text)
    {
        var changed = false;
        if (!Ui.BeginCombo(id, text.Length > 0 ? text : "not set"))
            return false;
        if (withEmpty && ImGui.Selectable("not set", text.Length == 0))
            (text, changed) = ("", true);
        foreach (var choice in choices)
        {
            if (ImGui.Selectable(choice, choice == text))
                (text, changed) = (choice, true);
        }
        ImGui.EndCombo();
        return changed;
    }

    private bool PathField(string name, ref string path, FileGoal goal, Action<string> chosen, float spare = 0)
    {
        ImGui.PushID(name);
        var button = Ui.Height;
        ImGui.SetNextItemWidth(Math.Max(Theme.Px(40), ImGui.GetContentRegionAvail().X - button - Theme.Px(4) - spare));
        var changed = Ui.InputTextWithHint("##path", goal == FileGoal.Folder ? "folder" : "file or folder", ref path, 4096);
        ImGui.SameLine(0, Theme.Px(4));
        if (Ui.IconButton("browse", Icon.Folder, "Browse", button))
            bench.FileRequest = new FileRequest(goal == FileGoal.Folder ? "Choose a folder" : "Choose a file or folder", goal, "Choose", "", paths => chosen(paths[0]));
        ImGui.PopID();
        return changed;
    }

    private IReadOnlyList<string> ChoicesOf(Type contract)
    {
        if (!_choices.TryGetValue(contract, out var choices))
            _choices[contract] = choices = ChoiceList.For(bench.Services.Plugins, contract);
        return choices;
    }

    private void Footer(FormModel form, int faults)
    {
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        if (faults > 0)
            Ui.Wrapped(Sum(faults), Theme.Warning);
        if (form.Edited is not null)
        {
            _edits.Draw(form, faults);
            return;
        }
        if (FollowedPreview.CanFollow(form))
            _follow.Draw(form);
        var width = (ImGui.GetContentRegionAvail().X - Theme.Px(8)) / 2;
        if (ImGui.Button("Reset all", new Vector2(width, 0)))
            form.Reset();
        Ui.Tooltip("Bring every parameter back to its default");
        ImGui.SameLine(0, Theme.Px(8));
        if (form.ForQueue)
            QueueFields.Button(bench, form, width, faults);
        else if (Ui.MainButton("Run", new Vector2(width, 0), faults == 0))
            bench.Run(form);
    }
}
