using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Settings;

namespace VolumeViewer.Host.Panels;

/// <summary>An entry that answers to what was typed, with the letters of its title that did.</summary>
internal sealed record PaletteHit(PaletteEntry Entry, IReadOnlyList<int> Letters, double Score);

/// <summary>What the palette lists for what was typed, and which of it is chosen.</summary>
internal sealed class PaletteModel
{
    private const int MostRecent = 8;

    // An answer by the id counts a little less than one by the title; what cannot be run now comes after what can.
    private const double ByIdLess = 2, DisabledLess = 15, RecentMore = 3;

    private readonly List<string> _recent = [];
    private IReadOnlyList<PaletteEntry> _entries = [];
    private string _query = "";

    public IReadOnlyList<PaletteHit> Hits { get; private set; } = [];

    /// <summary>The chosen one of <see cref="Hits"/>.</summary>
    public int Selected { get; private set; }

    public string Query
    {
        get => _query;
        set
        {
            if (value == _query)
                return;
            _query = value;
            Find();
        }
    }

    /// <summary>Begins anew with an empty query.</summary>
    public void Begin(IReadOnlyList<PaletteEntry> entries)
    {
        (_entries, _query) = (entries, "");
        Find();
    }

    /// <summary>Chooses another, going on at the other end.</summary>
    public void Move(int by)
    {
        if (Hits.Count > 0)
            Selected = (((Selected + by) % Hits.Count) + Hits.Count) % Hits.Count;
    }

    /// <summary>Takes an entry, or the chosen one.</summary>
    /// <returns>Null where there is none, or it cannot be run now.</returns>
    public PaletteEntry? Take(int? index = null)
    {
        var at = index ?? Selected;
        if (at < 0 || at >= Hits.Count || !Hits[at].Entry.IsEnabled)
            return null;
        var entry = Hits[at].Entry;
        _recent.Remove(entry.Id);
        _recent.Insert(0, entry.Id);
        if (_recent.Count > MostRecent)
            _recent.RemoveAt(MostRecent);
        return entry;
    }

    /// <summary>Everything there is: commands, operations, samples, settings.</summary>
    public static IReadOnlyList<PaletteEntry> Everything(CommandTarget target) =>
    [
        .. CommandTable.All.Where(command => command.Id != "edit.palette").Select(command =>
            new PaletteEntry("Command", command.Id, command.TitleNow?.Invoke(target) ?? command.Title, () => command.Run(target))
            {
                Keys = target.Bench.Keys.ShortText(command),
                IsEnabled = command.IsEnabled(target),
                IsOn = command.IsOn?.Invoke(target) ?? false,
            }),
        .. target.Bench.Operations.SelectMany(group => group.Items).Select(item =>
            new PaletteEntry("Operation", item.Id, item.Title, () => target.Bench.OpenForm(item.Id))),
        .. target.Bench.Samples.Select(sample => (sample.Id, Title: sample.Title.Length > 0 ? sample.Title : sample.Id)).Select(sample =>
            new PaletteEntry("Sample", sample.Id, sample.Title, () => target.Bench.LoadSample(sample.Id, sample.Title))),
        .. SettingsTable.All.SelectMany(setting => Of(setting, target)),
    ];

    // Settings with few values are set here; the others are edited in the file.
    private static IEnumerable<PaletteEntry> Of(Setting setting, CommandTarget target)
    {
        var now = setting.Get(target.Bench.Services.Settings.Current).ToString();
        if (setting.Choices.Count == 0)
            return [new PaletteEntry("Setting", setting.Name, $"{setting.Title}…", () => CommandTable.Find("file.settings").Run(target))];
        if (setting.Choices is ["true", "false"])
        {
            var isOn = now == "true";
            return [new PaletteEntry("Setting", setting.Name, setting.Title, () => Put(isOn ? "false" : "true")) { IsOn = isOn }];
        }
        return setting.Choices.Select(choice => new PaletteEntry("Setting", $"{setting.Name}.{choice}", $"{setting.Title}: {choice}", () => Put(choice)) { IsOn = choice == now });

        void Put(string value) => target.Bench.Change(settings => setting.Set(settings, value));
    }

    private void Find()
    {
        Selected = 0;
        Hits = [.. _entries.Select(Hit).OfType<PaletteHit>().OrderByDescending(hit => hit.Score)];
    }

    private PaletteHit? Hit(PaletteEntry entry)
    {
        var (byTitle, byId) = (FuzzyMatch.Of(Query, entry.Title), FuzzyMatch.Of(Query, entry.Id));
        if (byTitle is null && byId is null)
            return null;
        var score = Math.Max(byTitle?.Score ?? double.NegativeInfinity, (byId?.Score ?? double.NegativeInfinity) - ByIdLess) - (entry.IsEnabled ? 0 : DisabledLess);
        if (_recent.IndexOf(entry.Id) is var place and >= 0)
            score += RecentMore * (MostRecent - place) / MostRecent;
        return new PaletteHit(entry, byTitle?.Positions ?? [], score);
    }
}
