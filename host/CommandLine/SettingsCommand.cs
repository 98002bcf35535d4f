using System.CommandLine;
using System.Text.Json.Nodes;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>settings list, settings get NAME, settings set NAME VALUE.</summary>
internal static class SettingsCommand
{
    public static Command Create(CommandContext context) => new("settings", "What you chose for the program as a whole; all of it is in one file.")
    {
        List(context), Get(context), Set(context),
    };

    private static Command List(CommandContext context)
    {
        var list = new Command("list", "List the settings with their values, and the file they stand in.");
        list.SetAction(arguments =>
        {
            var file = Checked(context);
            Setting[] settings = [.. SettingsTable.All, .. CommandTable.All.Select(SettingsTable.KeysOf)];
            context.Print(arguments,
                () => new { file = file.Path, settings = settings.ToDictionary(setting => setting.Name, setting => setting.Get(file.Current)) },
                () =>
                {
                    var table = new Table($"Settings in {file.Path}", new TableColumn("name"), new TableColumn("value"), new TableColumn("meaning"));
                    foreach (var setting in settings)
                        table.Add(setting.Name, Text(setting.Get(file.Current)), setting.Title);
                    return TextTable.Format(table);
                });
            return ExitCode.Done;
        });
        return list;
    }

    private static Command Get(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Which setting." };
        var get = new Command("get", "Print the value of a setting.") { name };
        get.SetAction(arguments =>
        {
            var setting = SettingsTable.Find(arguments.GetValue(name)!);
            var value = setting.Get(Checked(context).Current);
            context.Print(arguments, () => new { name = setting.Name, value, title = setting.Title, wanted = setting.Wanted }, () => Text(value));
            return ExitCode.Done;
        });
        return get;
    }

    private static Command Set(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Which setting." };
        var value = new Argument<string>("VALUE") { Description = "Its new value; of lists with ; between the parts." };
        var set = new Command("set", "Change a setting.") { name, value };
        set.SetAction(arguments =>
        {
            var setting = SettingsTable.Find(arguments.GetValue(name)!);
            var file = Checked(context);
            file.Update(settings => setting.Set(settings, arguments.GetValue(value)!));
            foreach (var conflict in new KeyMap(CommandTable.All, file.Current.Keys, file.Current.KeyScheme).Faults)
                Console.Error.WriteLine(conflict);
            context.Print(arguments, () => new { name = setting.Name, value = setting.Get(file.Current) }, () => $"{setting.Name}: {Text(setting.Get(file.Current))}");
            return ExitCode.Done;
        });
        return set;
    }

    // A damaged file is told, but does not keep one from looking at what holds.
    private static SettingsFile Checked(CommandContext context)
    {
        foreach (var fault in context.Services.Settings.Faults)
            Console.Error.WriteLine(fault);
        return context.Services.Settings;
    }

    private static string Text(JsonNode value) => value is JsonArray list ? string.Join(";", list.Select(each => each!.GetValue<string>())) : value.ToString();
}
