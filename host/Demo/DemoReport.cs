using VolumeViewer.Host.CommandLine;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>What the demo prints: text as it goes, or one JSON object at the end.</summary>
internal sealed class DemoReport(bool asJson)
{
    private readonly List<Table> _tables = [];
    private IReadOnlyList<string> _pictures = [];

    /// <summary>The tables so far.</summary>
    public IReadOnlyList<Table> Tables => _tables;

    public void Say(string text)
    {
        if (!asJson)
            Console.Out.WriteLine(text);
    }

    public void Add(Table table)
    {
        _tables.Add(table);
        Say(TextTable.Format(table));
    }

    public void AddPictures(IReadOnlyList<string> files)
    {
        _pictures = files;
        Say("Pictures:\n" + string.Join("\n", files.Select(file => "  " + Path.GetFullPath(file))));
    }

    public void Finish()
    {
        if (asJson)
            Console.Out.WriteLine(JsonReport.Format(new { tables = JsonReport.Tables(_tables), pictures = _pictures }));
    }
}
