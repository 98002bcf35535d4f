namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>What a solution holds for each voxel, turned as <see cref="OrientedLabels"/> are.</summary>
internal interface ITransportFields
{
    /// <summary>Layout of the voxels.</summary>
    TransportGrid Grid { get; }

    /// <summary>Concentration of the voxels of a row, from 1 at the inlet to 0 at the outlet; 0 in voxels through which nothing can flow.</summary>
    void Concentration(int z, int y, Span<float> row);

    /// <summary>Mean concentration of the voxels of each plane through which something can flow.</summary>
    double[] MeanConcentrations();

    /// <summary>Flux of the voxels of a row along one of the grid's axes: the mean of what goes through both faces.</summary>
    /// <param name="z">Plane of the row.</param>
    /// <param name="y">Row in the plane.</param>
    /// <param name="axis">0 is z, along the flux, 1 is y, 2 is x.</param>
    /// <param name="scale">Turns a difference of concentration over a face of conductance 1 into the unit wanted.</param>
    /// <param name="row">Is filled.</param>
    void Flux(int z, int y, int axis, double scale, Span<float> row);
}
