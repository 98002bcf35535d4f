using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Checks what a plugin's operation gives back, before anything of it reaches the viewer.</summary>
internal static class ResultCheck
{
    /// <summary>What is wrong with a result, or null.</summary>
    public static string? Fault(IOperation operation, OperationInputs inputs, OperationResult? result)
    {
        if (result is null)
            return "expected an OperationResult, got null.";
        if (result.Layers is null || result.Tables is null || result.Plots is null)
            return "expected lists of layers, tables and plots, got null for one of them.";
        if (result.Tables.Any(table => table is null) || result.Plots.Any(plot => plot is null))
            return "expected tables and plots, got null among them.";
        var seen = new HashSet<Layer>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < result.Layers.Count; index++)
        {
            var place = $"layer {index + 1} of {result.Layers.Count}";
            if (result.Layers[index] is not { } layer)
                return $"expected a layer, got null as {place}.";
            if (!seen.Add(layer))
                return $"expected a new layer each time, got '{layer.Name}' twice.";
            if (inputs.Layers.Values.Any(input => SharesVolume(input, layer)))
                return $"expected a new layer as {place}, got the input '{layer.Name}' or its voxels; they would be let go of twice.";
            if (IsDisposed(layer))
                return $"expected a layer with voxels as {place}, got '{layer.Name}', which was disposed.";
            if (operation.ShapeOf is { } name && inputs.Layers.TryGetValue(name, out var same) && layer.Shape != same.Shape)
                return $"expected {same.Shape} voxels (z, y, x) as in the input '{name}', got {layer.Shape} in '{layer.Name}'.";
        }
        return null;
    }

    /// <summary>Lets go of the layers of a result that is not used, but not of those that were there before.</summary>
    public static void Dispose(OperationInputs inputs, OperationResult? result)
    {
        foreach (var layer in result?.Layers ?? [])
        {
            if (layer is not null && !inputs.Layers.Values.Any(input => SharesVolume(input, layer)))
                layer.Dispose();
        }
    }

    private static bool SharesVolume(Layer one, Layer other) => ReferenceEquals(ContentOf(one), ContentOf(other));

    private static object ContentOf(Layer layer) => layer switch
    {
        LabelsLayer labels => labels.Labels,
        ImageLayer image => image.Volume,
        _ => layer,
    };

    private static bool IsDisposed(Layer layer)
    {
        try
        {
            if (ContentOf(layer) is IVolumeSource volume)
                volume.ReadSlice(volume.Shape.Depth - 1, new float[volume.Shape.SliceLength]);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
