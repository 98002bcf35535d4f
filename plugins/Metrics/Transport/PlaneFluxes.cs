using System.Runtime.CompilerServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>The flux through each plane of faces across the flux, which all are equal once the equations are solved.</summary>
internal static class PlaneFluxes
{
    /// <summary>The fluxes before each plane and after the last, and the energy, which is the flux times the drop of 1, for a solution of any accuracy.</summary>
    public static (double[] Fluxes, double Energy) Of<TStencil>(TransportGrid grid, TStencil stencil, float[] solution) where TStencil : struct, IStencil
    {
        grid.WrapDepth(solution);
        var (fluxes, energies) = (new double[grid.Depth + 1], new double[grid.Depth]);
        var inlet = new double[grid.Depth];
        var drop = 1.0 / grid.Depth;
        Parallel.For(0, grid.Depth, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (z) =>
        {
            var (flux, energy, before) = (0.0, 0.0, 0.0);
            var isLast = !grid.PeriodicDepth && z == grid.Depth - 1;
            var isFirst = !grid.PeriodicDepth && z == 0;
            for (var y = 0; y < grid.Height; y++)
            {
                var row = grid.Row(z, y);
                for (var i = row; i < row + grid.Width; i++)
                {
                    if (!stencil.Conducts(i))
                        continue;
                    var here = (double)solution[i];
                    var along = here - solution[i + grid.Plane] + drop;
                    var (byY, byX) = (here - solution[i + grid.Stride], here - solution[i + 1]);
                    var face = isLast ? 0 : stencil.Face(i, 0);
                    flux += face * along;
                    energy += (face * along * along) + (stencil.Face(i, 1) * byY * byY) + (stencil.Face(i, 2) * byX * byX);
                    if (!isFirst && !isLast)
                        continue;
                    var wall = isFirst && isLast ? stencil.Wall(i) / 2 : stencil.Wall(i);
                    if (isFirst)
                    {
                        before += wall * ((drop / 2) - here);
                        energy += wall * ((drop / 2) - here) * ((drop / 2) - here);
                    }
                    if (isLast)
                    {
                        flux += wall * ((drop / 2) + here);
                        energy += wall * ((drop / 2) + here) * ((drop / 2) + here);
                    }
                }
            }
            (fluxes[z + 1], energies[z], inlet[z]) = (flux, energy, before);
        });
        fluxes[0] = grid.PeriodicDepth ? fluxes[grid.Depth] : inlet[0];
        return (fluxes, energies.Sum());
    }

    /// <summary>The greatest difference between two of them, over their mean.</summary>
    public static double Spread(double[] fluxes)
    {
        var mean = fluxes.Average();
        return mean > 0 ? (fluxes.Max() - fluxes.Min()) / mean : double.PositiveInfinity;
    }

    /// <summary>The same from what each plane gains and the flux itself.</summary>
    public static double Spread(double[] gains, double flux)
    {
        var (sum, least, greatest) = (0.0, 0.0, 0.0);
        foreach (var gain in gains)
        {
            sum -= gain;
            (least, greatest) = (Math.Min(least, sum), Math.Max(greatest, sum));
        }
        return flux > 0 ? (greatest - least) / flux : double.PositiveInfinity;
    }
}
