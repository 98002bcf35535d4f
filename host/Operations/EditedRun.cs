using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>What an operation gave, ready to take the place of labels where that is wanted.</summary>
/// <param name="Result">What it gave.</param>
/// <param name="InPlace">The change of the layer that it worked on, or null where the result is something new.</param>
internal sealed record EditedRun(OperationResult Result, LabelsInPlace? InPlace) : IDisposable
{
    /// <summary>Lets go of the layers.</summary>
    public void Dispose() => Result.Dispose();
}
