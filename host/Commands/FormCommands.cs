using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>The open form of an operation.</summary>
internal static class FormCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("form.run", "Run the open form", target => target.Bench.Run(target.Bench.Form!), "Ctrl+Enter")
        {
            IsEnabled = target => target.Bench.Form is { ForQueue: false },
            WhileTyping = true,
            TitleNow = target => target.Bench.Form is { } form ? $"Run: {form.Operation.Title}" : "Run the open form",
        },
        new("form.preview", "Preview what the open form changes", target =>
        {
            if (target.Bench.Edits.IsOn)
                target.Bench.Edits.Close();
            else
                target.Bench.Edits.Preview(target.Bench.Form!);
        }, "Ctrl+Shift+Enter")
        {
            IsEnabled = target => target.Bench.Form?.Edited is not null,
            IsOn = target => target.Bench.Edits.IsOn,
            WhileTyping = true,
        },
        new("form.follow", "Follow the parameters of the open form", target => target.Bench.Followed.Toggle(target.Bench.Form!), "Alt+Enter")
        {
            IsEnabled = target => FollowedPreview.CanFollow(target.Bench.Form),
            IsOn = target => target.Bench.Followed.IsOn,
        },
        new("form.in-place", "Change the layer itself", target => target.Bench.Form!.InPlace = !target.Bench.Form.InPlace)
        {
            IsEnabled = target => target.Bench.Form?.Edited is not null,
            IsOn = target => target.Bench.Form is { InPlace: true },
        },
        new("form.close", "Close the form", target => target.Bench.Form = null) { IsEnabled = target => target.Bench.Form is not null },
    ];
}
