using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class FormModelTests
{
    private static readonly Operation<Parameters> Operation = new("segment.test", "Test", (_, _) => new OperationResult())
    {
        Inputs = [new OperationInput("in", InputKind.Image, "The image."), new OperationInput("reference", InputKind.Image, "Another."), new OperationInput("model", InputKind.Path, "A file.") { Optional = true }],
        Output = OutputKind.Folder,
    };

    [Fact]
    public void Form_OfAViewerWithTwoImages_BeginsWithTheSelectedAndTheOther()
    {
        var viewer = Scenes.Viewer("a", "b");
        viewer.SelectedLayer = viewer.Layers[0];

        var form = new FormModel(Operation, viewer);

        Assert.Equal("a", form.LayerOf(Operation.Inputs[0])!.Name);
        Assert.Equal("b", form.LayerOf(Operation.Inputs[1])!.Name);
    }

    [Fact]
    public void Form_OfAnOperationWithoutARequiredInput_BeginsWithTheSelectedLayerInTheFirst()
    {
        var operation = new Operation<Parameters>("measure.test", "Test", (_, _) => new OperationResult())
        {
            Inputs = [new OperationInput("in", InputKind.Image, "The image.") { Optional = true }, new OperationInput("other", InputKind.Image, "Another.") { Optional = true }],
        };
        var viewer = Scenes.Viewer("a", "b");
        viewer.SelectedLayer = viewer.Layers[0];

        var form = new FormModel(operation, viewer);

        Assert.Equal("a", form.LayerOf(operation.Inputs[0])!.Name);
        Assert.Null(form.LayerOf(operation.Inputs[1]));
        // Who takes it out wants it out.
        form.Choose(operation.Inputs[0], (Layer?)null);
        form.Follow(viewer);
        Assert.Null(form.LayerOf(operation.Inputs[0]));
    }

    [Fact]
    public void Fault_OfEachThingMissing_NamesIt()
    {
        var form = new FormModel(Operation, Scenes.Viewer("a", "b")) { OutputFolder = "" };
        Assert.Contains("folder", form.Fault()!, StringComparison.Ordinal);

        form.OutputFolder = "run";
        Assert.Null(form.Fault());

        var phases = Operation.Parameters.Items[0];
        form[phases] = "1";
        Assert.Contains("--phases: 1", form.Fault()!, StringComparison.Ordinal);
        form.Reset();
        Assert.Null(form.Fault());

        form.Choose(Operation.Inputs[2], "no such file");
        Assert.Contains("no such file", form.Fault()!, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_OfOptionalPathAndLayers_AreThoseThatWereChosen()
    {
        var operation = new Operation<Parameters>("train.test", "Test", (_, _) => new OperationResult())
        {
            Inputs =
            [
                new OperationInput("in", InputKind.Path, "A folder.") { Optional = true },
                new OperationInput("image", InputKind.Image, "The image.") { Optional = true },
                new OperationInput("labelled", InputKind.Labels, "Its labels.") { Optional = true },
            ],
        };
        var viewer = Scenes.Viewer("a");
        viewer.Layers.Add(new LabelsLayer("strokes", new LabelVolume(viewer.Layers[0].Shape, PhaseTable.Numbered(2))));
        var form = new FormModel(operation, viewer);
        Assert.Null(form.Fault());
        Assert.Empty(form.Inputs().Layers);
        Assert.Empty(form.Inputs().Paths);

        form.Choose(operation.Inputs[1], viewer.Layers[0]);
        form.Choose(operation.Inputs[2], FormModel.Fitting(viewer, operation.Inputs[2])[0]);
        Assert.Null(form.Fault());
        Assert.Equal(["image", "labelled"], form.Inputs().Layers.Keys.Order());
        Assert.Equal("strokes", form.Inputs().Layers["labelled"].Name);
    }

    [Fact]
    public void Follow_AfterALayerWasRemoved_LetsGoOfIt()
    {
        var viewer = Scenes.Viewer("a");
        var form = new FormModel(Operation, viewer);

        viewer.Layers.Clear();
        form.Follow(viewer);

        Assert.Null(form.LayerOf(Operation.Inputs[0]));
        Assert.Contains("'in' needs an image layer", form.Fault()!, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_OfChangedFields_HaveTheirValues()
    {
        var form = new FormModel(Operation, Scenes.Viewer("a", "b"));
        form[Operation.Parameters.Items[0]] = "5";
        form[Operation.Parameters.Items[1]] = "second";

        Assert.Equal(new Parameters { Phases = 5, Choice = Choice.Second }, form.Parameters());
        Assert.Equal(["in", "reference"], form.Inputs().Layers.Keys.Order());
    }

    public enum Choice
    {
        First,
        Second,
    }

    public sealed record Parameters
    {
        [Parameter("Phases", Min = 2, Max = 6)]
        public int Phases { get; init; } = 3;

        [Parameter("Choice")]
        public Choice Choice { get; init; }
    }
}
