using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>operations show, operations schema: one operation, for people and for machines.</summary>
internal static class OperationCommands
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Show(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The operation." };
        var command = new Command("show", "Tell what an operation does, takes and gives.") { id };
        command.SetAction(arguments =>
        {
            var operation = context.Services.Plugins.Get<IOperation>(arguments.GetValue(id)!);
            context.Print(arguments, () => Json(context, operation), () => Text(context, operation));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Schema(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The operation." };
        var command = new Command("schema", "Print the JSON Schema (2020-12) of an operation's parameters.") { id };
        command.SetAction(arguments =>
        {
            var operation = context.Services.Plugins.Get<IOperation>(arguments.GetValue(id)!);
            Console.Out.WriteLine(ParameterJsonSchema.Of(operation, context.Services.Plugins).ToJsonString(Indented));
            return ExitCode.Done;
        });
        return command;
    }

    private static object Json(CommandContext context, IOperation operation) => new
    {
        id = operation.Id,
        title = operation.Title,
        description = operation.Description,
        plugin = context.Services.Plugins.OwnerOf(operation)?.Id,
        deterministic = operation.IsDeterministic,
        shapeOf = operation.ShapeOf,
        output = ParameterSchema.KebabCase(operation.Output.ToString()),
        inputs = operation.Inputs.Select(input => new { input.Name, kind = ParameterSchema.KebabCase(input.Kind.ToString()), input.Optional, input.Help }),
        parameters = ParameterJsonSchema.Of(operation, context.Services.Plugins)["properties"],
        presets = PresetStore.OfUser.Names(operation.Id),
    };

    private static string Text(CommandContext context, IOperation operation)
    {
        var text = new StringBuilder($"{operation.Id}: {operation.Title}\n");
        if (operation.Description.Length > 0)
            text.Append(operation.Description).Append('\n');
        text.Append($"From the plugin {context.Services.Plugins.OwnerOf(operation)?.Id ?? "(built in)"}. ")
            .Append(operation.IsDeterministic ? "Equal inputs give bit-equal results." : "Results are not bit-equal each time, or not on every machine.")
            .Append(operation.Output == OutputKind.Folder ? " It fills a folder (--out).\n" : "\n");
        if (operation.Inputs.Count > 0)
        {
            var inputs = new Table("Inputs", new("option"), new("kind"), new("what"));
            foreach (var input in operation.Inputs)
                inputs.Add("--" + input.Name, ParameterSchema.KebabCase(input.Kind.ToString()) + (input.Optional ? ", may be left out" : ""), input.Help);
            text.Append(TextTable.Format(inputs));
        }
        if (operation.Parameters.Items.Count > 0)
        {
            var parameters = new Table("Parameters", new("option"), new("default"), new("values"), new("what"));
            foreach (var item in operation.Parameters.Items)
                parameters.Add("--" + item.Name, ParameterInfo.Format(item.Default), Values(item), item.Help.Length > 0 ? $"{item.Title}. {item.Help}" : item.Title);
            text.Append(TextTable.Format(parameters));
        }
        var presets = PresetStore.OfUser.Names(operation.Id);
        if (presets.Count > 0)
            text.Append("Presets (--preset NAME): ").AppendJoin(", ", presets).Append('\n');
        return text.ToString();
    }

    private static string Values(ParameterInfo item)
    {
        var range = (double.IsFinite(item.Min), double.IsFinite(item.Max)) switch
        {
            (true, true) => $"{item.Min} to {item.Max}",
            (true, false) => $"{item.Min} or more",
            (false, true) => $"{item.Max} or less",
            _ => item.Choices.Count > 0 ? string.Join(", ", item.Choices) : item.Type == typeof(bool) ? "true, false" : item.IsPath ? "path" : "",
        };
        return $"{range} {item.Unit}".Trim() + (item.IsOptional ? " (may be empty)" : "");
    }
}
