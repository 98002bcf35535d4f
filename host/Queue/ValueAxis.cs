namespace VolumeViewer.Host.Queue;

/// <summary>One thing that varies from run to run, and what it can be.</summary>
/// <param name="Name">As it stands in the names of folders: a parameter, or an option inside of one.</param>
/// <param name="Choices">Texts and ranges.</param>
internal sealed record ValueAxis(string Name, IReadOnlyList<ValueChoice> Choices)
{
    /// <summary>Every value, for a grid.</summary>
    /// <exception cref="FormatException">A range does not say how many values stand for it.</exception>
    public IReadOnlyList<string> Grid() =>
    [
        .. Choices.SelectMany(choice => choice.Range is not { } range ? [choice.Text] : range.Grid()
            ?? throw new FormatException($"{Name}: a grid needs to know how many values of '{choice.Text}' to take; write {choice.Text}/5, or search by random.")).Distinct(),
    ];

    /// <summary>A value drawn at random: each text as likely as each range.</summary>
    public string Draw(Random random)
    {
        var choice = Choices[random.Next(Choices.Count)];
        return choice.Range?.Draw(random) ?? choice.Text;
    }
}

/// <summary>A text, or a range with the text it was written as.</summary>
internal readonly record struct ValueChoice(string Text, ValueRange? Range);
