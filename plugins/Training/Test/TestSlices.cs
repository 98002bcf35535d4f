using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Test;

/// <summary>Finds the slices that a run is tested with.</summary>
internal static class TestSlices
{
    /// <returns>Null where none are named, and the data bring none along.</returns>
    /// <exception cref="UserException">They cannot be tested with; the message says why.</exception>
    internal static TestData? Load(OperationContext context, TrainParameters parameters, TrainingData training, PatchShape shape)
    {
        if (parameters.TestSlices.Length > 0)
        {
            if (parameters.Test.Length > 0)
                throw new UserException("Give either --test-slices or --test, not both.");
            return TrainingDataLoader.LoadTest(context, parameters with { Slices = parameters.TestSlices, Validation = "", TestSlices = "" }, training, shape);
        }
        if ((parameters.Test.Length > 0 ? parameters.Test : training.TestFolder) is not { } folder)
            return null;
        var alone = parameters with { Labels = "", More = "", FirstSlice = 0, LastSlice = -1, Slices = "", Validation = "", TestSlices = "" };
        var inFolder = context with { Paths = new Dictionary<string, string> { ["in"] = folder }, Layers = new Dictionary<string, Layer>() };
        return TrainingDataLoader.LoadTest(inFolder, alone, training, shape);
    }
}
