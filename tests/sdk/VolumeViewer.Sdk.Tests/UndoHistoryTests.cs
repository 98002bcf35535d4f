using System.Collections.Immutable;
using System.Numerics;

namespace VolumeViewer.Sdk.Tests;

public sealed class UndoHistoryTests : IDisposable
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    private readonly Viewer _viewer = new();
    private readonly List<Layer> _released = [];
    private readonly UndoHistory _history;

    public UndoHistoryTests()
    {
        _viewer.Layers.Add(Image("grey"));
        _viewer.Layers.Add(Labels("labels"));
        _history = new UndoHistory(_viewer, _released.Add);
    }

    public void Dispose() => _history.Dispose();

    private ImageLayer Grey => (ImageLayer)_viewer.Layers[0];

    private LabelsLayer Phases => (LabelsLayer)_viewer.Layers[1];

    private string[] Titles => [.. _history.Steps.Select(step => step.Title)];

    private static ImageLayer Image(string name)
    {
        var volume = new Volume<byte>(Shape);
        for (var z = 0; z < Shape.Depth; z++)
            volume.Slice(z).Fill((byte)(z * 10));
        return new ImageLayer(name, volume);
    }

    private static LabelsLayer Labels(string name) => new(name, new LabelVolume(Shape, PhaseTable.Named("pore", "solid", "binder")));

    [Fact]
    public void Undo_OfAProperty_PutsTheOldValueBackAndRedoTheNew()
    {
        Grey.Opacity = 0.4f;

        Assert.Equal(["Opacity of 'grey' to 0.4"], Titles);
        Assert.True(_history.Undo());
        Assert.Equal(1, Grey.Opacity);
        Assert.False(_history.Undo());
        Assert.True(_history.Redo());
        Assert.Equal(0.4f, Grey.Opacity);
        Assert.False(_history.Redo());
    }

    // Every property that can be set at all, found by reflection, so that one added later is tried too.
    [Fact]
    public void Undo_OfEverySettableProperty_RestoresIt()
    {
        var values = new Dictionary<string, object>
        {
            [nameof(Layer.Name)] = "other",
            [nameof(Layer.Visible)] = false,
            [nameof(Layer.Opacity)] = 0.25f,
            [nameof(Layer.Blending)] = LayerBlending.Additive,
            [nameof(Layer.ClippingPlanes)] = ImmutableArray.Create(new ClippingPlane(Vector3.One, Vector3.UnitX)),
            [nameof(Layer.IgnoresClipping)] = true,
            [nameof(Layer.ShowsBox)] = true,
            [nameof(Layer.Depiction)] = LayerDepiction.Slices,
            [nameof(Layer.Plane)] = new DepictedPlane(Vector3.One, Vector3.UnitY, 2),
            [nameof(PointsLayer.Positions)] = ImmutableArray.Create(Vector3.One, Vector3.Zero),
            [nameof(PointsLayer.Values)] = ImmutableArray.Create(1f, 2f),
            [nameof(PointsLayer.Size)] = 3f,
            [nameof(PointsLayer.Symbol)] = PointSymbol.Diamond,
            [nameof(PointsLayer.Color)] = new Rgba(1, 2, 3),
            [nameof(SurfaceLayer.Mesh)] = new SurfaceMesh([Vector3.Zero, Vector3.UnitX, Vector3.UnitY], [0, 1, 2]),
            [nameof(ImageLayer.Colormap)] = Colormap.BuiltIn[2],
            [nameof(ImageLayer.ContrastLimits)] = new ContrastLimits(1, 2),
            [nameof(ImageLayer.RenderMode)] = ImageRenderMode.Isosurface,
            [nameof(ImageLayer.Isovalue)] = 3f,
            [nameof(ImageLayer.Gamma)] = 0.5f,
            [nameof(ImageLayer.Attenuation)] = 0.2f,
            [nameof(ImageLayer.ValueUnit)] = "1/cm",
            [nameof(Layer.Spacing)] = new Spacing(3, 2, 1),
            [nameof(LabelsLayer.ContourWidth)] = 2,
            [nameof(ImageLayer.Interpolate)] = false,
            [nameof(ImageLayer.Cubic)] = true,
            [nameof(LabelsLayer.ShowsUnlabelled)] = false,
            [nameof(ImageLayer.OpacityCurve)] = ImmutableArray.Create(new OpacityPoint(0, 1), new OpacityPoint(1, 0)),
            [nameof(LabelsLayer.Phases)] = PhaseTable.Named("a", "b", "c"),
        };
        _viewer.Layers.Add(new PointsLayer("points", [Vector3.Zero, Vector3.UnitX], Shape, Spacing.Uncalibrated));
        _viewer.Layers.Add(new SurfaceLayer("surface", new SurfaceMesh([], []), Shape, Spacing.Uncalibrated));
        foreach (var layer in _viewer.Layers)
        {
            foreach (var property in layer.GetType().GetProperties().Where(each => each.GetSetMethod() is not null && each.Name is not (nameof(Layer.Origin) or nameof(Layer.IsTemporary))))
            {
                var before = property.GetValue(layer);
                property.SetValue(layer, values[property.Name]);
                Assert.NotEqual(before, property.GetValue(layer));
                Assert.True(_history.Undo(), property.Name);
                Assert.Equal(before, property.GetValue(layer));
                Assert.True(_history.Redo(), property.Name);
                Assert.Equal(values[property.Name], property.GetValue(layer));
            }
        }
    }

    [Fact]
    public void Titles_OfChanges_SayWhatTheUserDid()
    {
        void Do(Action action)
        {
            action();
            _history.EndGesture();
        }

        Do(() => Grey.Visible = false);
        Do(() => Grey.Name = "scan");
        Do(() => Grey.RenderMode = ImageRenderMode.MaximumIntensity);
        Do(() => Grey.RenderMode = ImageRenderMode.Translucent);
        Do(() => Grey.ContrastLimits = new ContrastLimits(5, 20.5f));
        Do(() => Grey.Interpolate = false);
        Do(() => Phases.Phases = Phases.Phases.With(1, Phases.Phases[1] with { Visible = false }));
        Do(() => Phases.Phases = Phases.Phases.With(1, Phases.Phases[1] with { Name = "NMC" }));
        Do(() => Phases.Phases = Phases.Phases.With(2, Phases.Phases[2] with { Color = new Rgba(1, 2, 3) }));
        Do(() => Phases.Phases = new PhaseTable(Phases.Phases.Select(phase => phase with { Visible = false })));
        Do(() => _viewer.Layers.Move(0, 1));
        Do(() => _viewer.Layers.RemoveAt(0));
        Do(() => _viewer.Layers.Clear());

        Assert.Equal(
        [
            "Hide 'grey'", "Rename 'grey' to 'scan'", "Render mode of 'scan' to translucent", "Contrast limits of 'scan' to 5 … 20.5", "Interpolate of 'scan' off",
            "Hide the phase 'solid' of 'labels'", "Rename the phase 'solid' of 'labels' to 'NMC'", "Colour of the phase 'binder' of 'labels'",
            "Hide 2 phases of 'labels'", "Move 'scan'", "Remove 'labels'", "Remove 'scan'",
        ], Titles);
    }

    [Fact]
    public void ADrag_UntilItsEnd_IsOneStep()
    {
        foreach (var opacity in new[] { 0.9f, 0.7f, 0.5f })
            Grey.Opacity = opacity;
        _history.EndGesture();
        Grey.Opacity = 0.2f;

        Assert.Equal(["Opacity of 'grey' to 0.5", "Opacity of 'grey' to 0.2"], Titles);
        _history.Undo();
        Assert.Equal(0.5f, Grey.Opacity);
        _history.Undo();
        Assert.Equal(1, Grey.Opacity);
    }

    [Fact]
    public void ADrag_BackToWhereItBegan_IsNoStep()
    {
        Grey.Opacity = 0.5f;
        Grey.Opacity = 1;
        _viewer.Layers.Move(0, 1);
        _viewer.Layers.Move(1, 0);

        Assert.Empty(_history.Steps);
        Assert.Equal(0, _history.Position);
    }

    [Fact]
    public void OtherPropertiesAndLayers_InOneGesture_AreStepsOfTheirOwn()
    {
        Grey.Opacity = 0.5f;
        Phases.Opacity = 0.5f;
        Grey.Isovalue = 7;

        Assert.Equal(3, _history.Steps.Count);
    }

    [Fact]
    public void Step_OfSeveralChanges_IsTakenBackAtOnce()
    {
        _viewer.SelectedLayer = Grey;
        using (_history.Step("Add 2 layers"))
        {
            _viewer.Layers.Add(Image("a"));
            using (_history.Step("inner"))
                _viewer.Layers.Add(Image("b"));
            Grey.Visible = false;
            _viewer.SelectedLayer = _viewer.Layers[3];
            Assert.False(_history.Undo());
        }
        using (_history.Step("Nothing"))
        {
        }

        Assert.Equal(["Add 2 layers"], Titles);
        _history.Undo();
        Assert.Equal(["grey", "labels"], _viewer.Layers.Select(layer => layer.Name));
        Assert.True(Grey.Visible);
        Assert.Same(Grey, _viewer.SelectedLayer);
        _history.Redo();
        Assert.Equal(["grey", "labels", "a", "b"], _viewer.Layers.Select(layer => layer.Name));
        Assert.False(Grey.Visible);
    }

    [Fact]
    public void Undo_OfARemoval_BringsTheLayerBackToItsPlaceAndSelectsIt()
    {
        var grey = Grey;
        _viewer.Layers.Remove(grey);
        Assert.NotSame(grey, _viewer.SelectedLayer);

        _history.Undo();

        Assert.Same(grey, _viewer.Layers[0]);
        Assert.Same(grey, _viewer.SelectedLayer);
        Assert.Empty(_released);
        Assert.Equal(0, _history.HeldBytes);
    }

    [Fact]
    public void ANewChange_AfterAnUndo_EndsWhatCouldBeRedone()
    {
        var added = Image("new");
        _viewer.Layers.Add(added);
        _history.Undo();
        Assert.NotNull(_history.Redoable);
        Assert.Empty(_released);
        Grey.Visible = false;

        Assert.Null(_history.Redoable);
        Assert.Equal(["Hide 'grey'"], Titles);
        Assert.Equal([added], _released);
    }

    // The step that is given up holds the very layer that the new step removes.
    [Fact]
    public void ARemoval_OfALayerThatAnUndoneStepHolds_KeepsIt()
    {
        var grey = Grey;
        grey.Opacity = 0.5f;
        _history.Undo();
        _viewer.Layers.Remove(grey);

        Assert.Empty(_released);
        _history.Undo();
        Assert.Same(grey, _viewer.Layers[0]);
    }

    [Fact]
    public void MemoryBound_WhenSurpassed_LetsGoOfTheOldestOnce()
    {
        _history.MemoryBound = 2 * Shape.VoxelCount;
        var layers = Enumerable.Range(0, 4).Select(number => Image($"{number}")).ToList();
        layers.ForEach(_viewer.Layers.Add);
        layers.ForEach(layer => _viewer.Layers.Remove(layer));

        Assert.Equal(layers[..2], _released);
        Assert.Equal(2 * Shape.VoxelCount, _history.HeldBytes);
        Assert.Equal(["Remove '2'", "Remove '3'"], Titles);
        _history.MemoryBound = 0;
        // What was done last can always be taken back.
        Assert.Equal(["Remove '3'"], Titles);
        Assert.True(_history.Undo());
        Assert.Contains(layers[3], _viewer.Layers);
        _history.Clear();
        Assert.Equal(layers[..3], _released);
        Assert.Throws<ArgumentOutOfRangeException>(() => _history.MemoryBound = -1);
    }

    [Fact]
    public void Dispose_OfTheHistory_LetsGoOfRemovedLayersOnly()
    {
        var grey = Grey;
        _viewer.Layers.Remove(grey);
        _history.Dispose();
        _history.Dispose();
        _viewer.Layers[0].Visible = false;

        Assert.Equal([grey], _released);
        Assert.Empty(_history.Steps);
    }

    [Fact]
    public void Release_ByDefault_DisposesTheLayer()
    {
        var viewer = new Viewer();
        var layer = Labels("gone");
        using (new UndoHistory(viewer))
        {
            viewer.Layers.Add(layer);
            viewer.Layers.Remove(layer);
            Assert.Equal(0, layer.Labels.Slice(0)[0]);
        }
        Assert.Throws<ObjectDisposedException>(() => layer.Labels.Slice(0)[0]);
    }

    [Fact]
    public void Steps_BeyondTheirNumber_DropTheOldest()
    {
        for (var number = 0; number < UndoHistory.MostSteps + 5; number++)
        {
            Grey.Isovalue = number + 1000;
            _history.EndGesture();
        }

        Assert.Equal(UndoHistory.MostSteps, _history.Steps.Count);
        Assert.True(_history.GoTo(0));
        Assert.Equal(1004, Grey.Isovalue);
        Assert.False(_history.GoTo(-1));
        Assert.False(_history.GoTo(UndoHistory.MostSteps + 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void RandomChanges_AllUndoneAndRedone_EndWhereTheyWere(int seed)
    {
        var random = new Random(seed);
        var states = new List<string> { Snapshot() };
        for (var change = 0; change < 200; change++)
        {
            Change(random);
            if (random.Next(3) == 0)
                _history.EndGesture();
            if (random.Next(8) == 0)
                _history.GoTo(random.Next(_history.Steps.Count + 1));
            _history.EndGesture();
        }
        _history.GoTo(_history.Steps.Count);
        var end = Snapshot();

        while (_history.Undo())
            states.Add(Snapshot());
        Assert.Equal(states[0], states[^1]);
        foreach (var expected in states.Skip(1).Reverse().Skip(1))
        {
            Assert.True(_history.Redo());
            Assert.Equal(expected, Snapshot());
        }
        Assert.True(_history.Redo());
        Assert.Equal(end, Snapshot());
        Assert.Equal(_released.Count, _released.Distinct().Count());
        Assert.DoesNotContain(_released, _viewer.Layers.Contains);
    }

    private void Change(Random random)
    {
        var layers = _viewer.Layers;
        var layer = layers.Count > 0 ? layers[random.Next(layers.Count)] : null;
        switch (random.Next(9))
        {
            case 0: layers.Insert(random.Next(layers.Count + 1), random.Next(2) == 0 ? Image($"i{random.Next()}") : Labels($"l{random.Next()}")); break;
            case 1 when layer is not null: layers.Remove(layer); break;
            case 2 when layer is not null: layers.Reorder(layer, random.Next(layers.Count)); break;
            case 3 when layer is not null: layer.Opacity = random.NextSingle(); break;
            case 4 when layer is not null: layer.Visible = !layer.Visible; break;
            case 5 when layer is not null: layer.Name = $"n{random.Next()}"; break;
            case 6:
                using (_history.Step("several"))
                {
                    foreach (var each in layers.ToList())
                        each.Visible = !each.Visible;
                    layers.Add(Labels("in a step"));
                }
                break;
            case 7 when layer is ImageLayer image: image.ContrastLimits = new ContrastLimits(random.Next(5), 10 + random.Next(5)); break;
            case 8 when layer is LabelsLayer labels:
                var (z, y, x) = (random.Next(4), random.Next(5), random.Next(6));
                var box = new VoxelBox(z, y, x, 1 + random.Next(4 - z), 1 + random.Next(5 - y), 1 + random.Next(6 - x));
                labels.Edit(box, (_, _, row) =>
                {
                    foreach (ref var label in row)
                        label = random.Next(4) is var value and < 3 ? (byte)value : LabelVolume.Unlabelled;
                });
                break;
            default: break;
        }
    }

    private string Snapshot() => string.Join('\n', _viewer.Layers.Select(layer => $"{layer.Name} {layer.Visible} {layer.Opacity:R} " + layer switch
    {
        ImageLayer image => $"{image.ContrastLimits} {image.Isovalue:R}",
        LabelsLayer labels => string.Concat(Enumerable.Range(0, Shape.Depth).Select(z => Convert.ToHexString(labels.Labels.Slice(z)))),
        _ => "",
    }));
}
