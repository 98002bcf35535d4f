using MathNet.Numerics.LinearAlgebra;

using VolumeViewer.Sdk;

namespace NewerDependency;

public sealed class NewerDependencyPlugin : IPlugin
{
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IOperation>(new Operation<NoParameters>("test.newer-dependency", "Tells the version of its dependency", (_, _) =>
        {
            var matrix = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 1 }, { 1, 2 } });
            var table = new Table("dependency", new TableColumn("version"), new TableColumn("determinant"));
            return new OperationResult { Tables = [table.Add(matrix.GetType().Assembly.GetName().Version!.ToString(), matrix.Determinant())] };
        }));
    }
}

public sealed record NoParameters;
