namespace VolumeViewer.Host.Commands;

/// <summary>Something the user can tell the window to do, from a menu, by a key, or from the palette.</summary>
internal sealed record AppCommand
{
    /// <param name="id">Such as "view.four-up"; settings name it, so it stays.</param>
    /// <param name="title">In menus and in the palette.</param>
    /// <param name="run">What it does.</param>
    /// <param name="keys">Its keys unless the settings say otherwise, such as "Ctrl+O".</param>
    public AppCommand(string id, string title, Action<CommandTarget> run, params IEnumerable<string> keys) =>
        (Id, Title, Run, Keys) = (id, title, run, [.. keys.Select(KeyChord.Parse)]);

    public string Id { get; }

    public string Title { get; }

    public Action<CommandTarget> Run { get; }

    public IReadOnlyList<KeyChord> Keys { get; }

    /// <summary>Whether it can be run now.</summary>
    public Func<CommandTarget, bool> IsEnabled { get; init; } = _ => true;

    /// <summary>For commands that switch something: whether it is on.</summary>
    public Func<CommandTarget, bool>? IsOn { get; init; }

    /// <summary>A longer title that says what would happen now, such as "Undo: Remove 'labels'".</summary>
    public Func<CommandTarget, string>? TitleNow { get; init; }

    /// <summary>Whether it is run again and again while its key is held.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether its keys count while a text is typed too, such as those that run a form from within its fields.</summary>
    public bool WhileTyping { get; init; }

    /// <summary>Whether its keys are its own only while a brush is in the hand; another command may have them otherwise.</summary>
    public bool WhilePainting { get; init; }

    /// <summary>Whether its keys are its own only while something is measured or a measurement is chosen.</summary>
    public bool WhileMeasuring { get; init; }

    /// <summary>When its keys are its own.</summary>
    public KeyState KeyState => WhileMeasuring ? KeyState.Measuring : WhilePainting ? KeyState.Painting : KeyState.Always;
}
