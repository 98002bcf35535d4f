namespace VolumeViewer.Host.Panels;

/// <summary>Asks whether changes shall be saved before something that would lose them.</summary>
/// <param name="What">What would lose them, such as "closing the window".</param>
/// <param name="Then">Done when the user has agreed or saved.</param>
/// <param name="Later">Leaves copies of labels for the next start instead, or null where that cannot be.</param>
internal sealed record SaveQuestion(string What, Action Then, Action? Later = null);
