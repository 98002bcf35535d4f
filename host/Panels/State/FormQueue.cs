using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A form whose values may be lists, as runs for the queue.</summary>
internal static class FormQueue
{
    /// <summary>What is wrong with the text of a parameter, lists and ranges considered; or null.</summary>
    public static string? FaultOf(ParameterSchema schema, ParameterInfo parameter, string text)
    {
        try
        {
            var isOpen = VariedText.Parse(parameter, text).Axes.Any(axis => axis.Choices.Any(choice => choice.Range is { Count: null }));
            RunPlanner.Plan(schema, new Dictionary<string, string> { [parameter.Name] = text }, isOpen ? SearchKind.Random : SearchKind.Grid, isOpen ? 1 : null, 1);
            return null;
        }
        catch (Exception fault) when (fault is UserException or FormatException)
        {
            return fault.Message;
        }
    }

    /// <summary>What the form asks for.</summary>
    public static QueueRequest Request(FormModel form)
    {
        var inputs = new Dictionary<string, string>();
        foreach (var input in form.Operation.Inputs)
        {
            var path = input.Kind == InputKind.Path ? form.PathOf(input).Trim() : form.LayerOf(input)?.Origin ?? "";
            if (path.Length > 0)
                inputs[input.Name] = path;
        }
        return new QueueRequest
        {
            Operation = form.Operation,
            Inputs = inputs,
            Parameters = form.Operation.Parameters.Items.Where(item => !form.IsDefault(item) && item.Name != QueueAdding.ResumeParameter).ToDictionary(item => item.Name, item => form[item]),
            BaseFolder = form.OutputFolder,
            Kind = form.Search,
            Trials = form.Search == SearchKind.Grid ? null : form.Trials,
            Halving = form.Halving,
        };
    }

    /// <summary>How many runs the form makes, or what is wrong with all of it together.</summary>
    public static (int Runs, string? Fault) Count(FormModel form)
    {
        try
        {
            return (QueueAdding.Plan(Request(form)).Count, null);
        }
        catch (UserException fault)
        {
            return (0, fault.Message);
        }
    }

    /// <summary>Puts the runs into the queue in the background, and shows the queue.</summary>
    public static void Add(Workbench bench, FormModel form)
    {
        var request = Request(form);
        bench.Runs.InBackground(() =>
        {
            var added = QueueAdding.Add(bench.Runs.Store, request);
            bench.Post(() => bench.Notices.Tell(added.Count == 1 ? "Added a run to the queue." : $"Added {added.Count} runs to the queue."));
        });
        bench.Runs.Show(RunsTab.Queue);
    }
}
