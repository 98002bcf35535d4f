namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>
/// Competition of seeds for the voxels of an image: each gets the label of the seed from which the way costs least, where a step costs the difference of greys and some for its
/// length. That is the state at which the cellular automaton GrowCut comes to rest (Vezhnevets and Konouchine, GraphiCon 2005), found as shortest ways (Zhu et al., Int. Symp.
/// Biomed. Imaging 2014). Here blocks of the volume settle by sweeps, and wake their neighbours as long as anything changes; the shortest ways are unique, and so is the result.
/// </summary>
internal sealed class GrowCut
{
    // What a step costs beside its greys, in levels: enough that ways through equal greys are straight.
    private const double StepCost = 5;

    private readonly GrowCutField _field;
    private readonly LabelEdit _edit;
    private readonly int[] _costs;
    private readonly (int Depth, int Height, int Width) _blocks;
    private readonly int[] _isAwake;
    private long _reached;

    /// <param name="field">The seeds and greys; gets the result.</param>
    /// <param name="edit">Told of the progress.</param>
    /// <param name="locality">Cost of a way of one voxel, as a percentage of the range of greys.</param>
    public GrowCut(GrowCutField field, LabelEdit edit, double locality)
    {
        (_field, _edit) = (field, edit);
        var (shape, spacing) = (field.Shape, edit.Spacing);
        var unit = (StepCost + (locality / 100 * GrowCutField.GreyLevels)) / spacing.Finest;
        _costs = [.. GrowCutBlock.Steps.Select(step => (int)Math.Clamp(
            Math.Round(unit * Math.Sqrt(Square(step.Dz * spacing.Z) + Square(step.Dy * spacing.Y) + Square(step.Dx * spacing.X))), 1, GrowCutBlock.MostStepCost))];
        _blocks = (Blocks(shape.Depth), Blocks(shape.Height), Blocks(shape.Width));
        _isAwake = new int[_blocks.Depth * _blocks.Height * _blocks.Width];
    }

    public void Run()
    {
        Array.Fill(_isAwake, 1);
        while (_isAwake.AsSpan().Contains(1))
        {
            // No two blocks of one turn touch, so that each finds its surroundings at rest.
            for (var turn = 0; turn < 8; turn++)
            {
                var awake = Enumerable.Range(0, _isAwake.Length).Where(block => _isAwake[block] == 1 && TurnOf(block) == turn).ToList();
                Parallel.ForEach(awake, _edit.Parallel, () => new GrowCutBlock(_field, _costs), (block, _, worker) =>
                {
                    Volatile.Write(ref _isAwake[block], 0);
                    var (z, y, x) = PlaceOf(block);
                    var change = worker.Settle(z * GrowCutBlock.Side, y * GrowCutBlock.Side, x * GrowCutBlock.Side);
                    Wake(z, y, x, change);
                    _edit.Report(Interlocked.Add(ref _reached, change.Reached) / (double)_field.Shape.VoxelCount, "growing");
                    return worker;
                }, static _ => { });
            }
        }
    }

    private static int Blocks(int length) => (length + GrowCutBlock.Side - 1) / GrowCutBlock.Side;

    private static double Square(double value) => value * value;

    private (int Z, int Y, int X) PlaceOf(int block) => (block / (_blocks.Height * _blocks.Width), block / _blocks.Width % _blocks.Height, block % _blocks.Width);

    private int TurnOf(int block)
    {
        var (z, y, x) = PlaceOf(block);
        return ((z & 1) << 2) | ((y & 1) << 1) | (x & 1);
    }

    private void Wake(int z, int y, int x, BlockChange change)
    {
        for (var dz = change.First.Z ? -1 : 0; dz <= (change.Last.Z ? 1 : 0); dz++)
        {
            for (var dy = change.First.Y ? -1 : 0; dy <= (change.Last.Y ? 1 : 0); dy++)
            {
                for (var dx = change.First.X ? -1 : 0; dx <= (change.Last.X ? 1 : 0); dx++)
                {
                    if ((dz | dy | dx) != 0 && z + dz >= 0 && z + dz < _blocks.Depth && y + dy >= 0 && y + dy < _blocks.Height && x + dx >= 0 && x + dx < _blocks.Width)
                        Volatile.Write(ref _isAwake[((((z + dz) * _blocks.Height) + y + dy) * _blocks.Width) + x + dx], 1);
                }
            }
        }
    }
}
