using System.Runtime.CompilerServices;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Layers that older builds of plugins made: finds them, makes them again with the plugins as they are now, and compares the two.</summary>
internal sealed class RemadeLayers(Workbench bench)
{
    private readonly StaleLayers _stale = new(bench.Services.History, bench.Services.Plugins);
    private readonly HashSet<Layer> _running = [];
    private readonly ConditionalWeakTable<Layer, Layer> _madeFrom = [];

    /// <summary>Whether such layers are made again by themselves as soon as a newer build is there.</summary>
    public bool IsAutomatic { get; set; }

    /// <inheritdoc cref="StaleLayers.OldBuilds"/>
    public IReadOnlyList<Plugins.PluginStamp> OldBuilds(Layer layer) => _stale.OldBuilds(layer);

    /// <summary>The layer that one was made again from, while it is in the list.</summary>
    public Layer? Before(Layer layer) => _madeFrom.TryGetValue(layer, out var before) && bench.Viewer.Layers.Contains(before) ? before : null;

    /// <summary>After plugins changed: makes layers again where that is wanted.</summary>
    public void FollowPlugins()
    {
        if (!IsAutomatic)
            return;
        // One that was made again already is followed by its successor.
        foreach (var layer in bench.Viewer.Layers.Where(layer => OldBuilds(layer).Count > 0 && !bench.Viewer.Layers.Any(other => Before(other) == layer)).ToList())
            RunAgain(layer);
    }

    /// <summary>Runs the operation that made a layer again, with the plugins as they are now; the new layer goes on top, and is compared with the old one.</summary>
    public void RunAgain(Layer layer)
    {
        if (bench.Services.History.OriginOf(layer) is not { } origin || !_running.Add(layer))
            return;
        bench.Services.Jobs.Start($"{origin.Record.Title} again", async job =>
        {
            try
            {
                return await bench.Services.Operations.RunAgainAsync(origin, job).ConfigureAwait(false);
            }
            finally
            {
                bench.Post(() => _running.Remove(layer));
            }
        }, run => bench.Post(() =>
        {
            foreach (var made in run.Result.Layers)
                _madeFrom.AddOrUpdate(made, layer);
            bench.Accept(origin.Record.Title, run.Result);
            if (layer is LabelsLayer before && run.Result.Layers.OfType<LabelsLayer>().FirstOrDefault() is { } after && bench.Viewer.Layers.Contains(before))
                Compare(after, before);
        }));
    }

    /// <summary>Marks where two segmentations differ, and sets their phases side by side.</summary>
    public void Compare(LabelsLayer after, LabelsLayer before) => bench.Services.Jobs.Start($"Compare {after.Name}", job =>
    {
        var inputs = new OperationInputs();
        (inputs.Layers["in"], inputs.Layers["before"]) = (after, before);
        var operation = bench.Services.Plugins.Get<IOperation>("compare.labels");
        return bench.Services.Operations.RunAsync(operation, operation.Parameters.CreateDefault(), inputs, null, job);
    }, result => bench.Post(() =>
    {
        bench.Accept("Differences", result);
        // What is to be looked at stays what was predicted.
        bench.Viewer.SelectedLayer = after;
    }));
}
