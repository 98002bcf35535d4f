namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// From true line integrals to those that a scan measures, one projection at a time: beam hardening, phase contrast, the detector's blur, photon and read
/// noise, gains, spoilt projections, and phase retrieval. With all of these off the line integrals stay as they are, to the bit.
/// </summary>
internal sealed class Detection
{
    // Half a photon: a pixel that counted none has absorbed much, not infinitely much.
    private const double LeastPhotons = 0.5;
    private const float LeastIntensity = 1e-6f;

    private readonly TomogramParameters _parameters;
    private readonly int _rows;
    private readonly int _bins;
    private readonly double _binsPerVoxel;
    private readonly double _rowsPerVoxel;
    private readonly WaveOptics _optics;
    private readonly float[]? _gains;

    /// <param name="parameters">Which effects, and how strong.</param>
    /// <param name="rows">Rows of a projection, one for each slice.</param>
    /// <param name="bins">Columns of a projection.</param>
    /// <param name="binsPerVoxel">Columns of the detector in the length of a voxel.</param>
    /// <param name="rowsPerVoxel">Rows of the detector in the length of a voxel within the slice.</param>
    public Detection(TomogramParameters parameters, int rows, int bins, double binsPerVoxel, double rowsPerVoxel)
    {
        (_parameters, _rows, _bins, _binsPerVoxel, _rowsPerVoxel) = (parameters, rows, bins, binsPerVoxel, rowsPerVoxel);
        _optics = new WaveOptics(rows, bins, binsPerVoxel, rowsPerVoxel);
        if (parameters is { Rings: > 0, RingShare: > 0 })
            _gains = GainErrors.Create(parameters.Seed, rows, bins, parameters.RingShare, parameters.Rings, parameters.RingLength);
    }

    /// <summary>Changes the line integrals of one projection as the scan would.</summary>
    /// <param name="angle">Number of the projection.</param>
    /// <param name="projection">(row, bin).</param>
    public void Measure(int angle, float[] projection)
    {
        var p = _parameters;
        if (p.BeamHardening > 0)
            Harden(projection, (float)p.BeamHardening);
        var isBad = p is { BadProjections: > 0, BadProjectionError: > 0 }
            && new CounterRandom(p.Seed, RandomStreams.BadProjections).Uniform(angle) < p.BadProjections;
        if (p is { Fringes: 0, DetectorBlur: 0, Photons: 0 } && _gains is null && !isBad)
            return;
        ToIntensity(projection);
        if (p.DetectorBlur > 0)
            GaussianBlur.Apply(projection, _bins, p.DetectorBlur * _binsPerVoxel, p.DetectorBlur * _rowsPerVoxel);
        if (p.Photons > 0)
            Count(angle, projection);
        if (_gains is not null)
        {
            for (var i = 0; i < projection.Length; i++)
                projection[i] *= _gains[i];
        }
        if (isBad)
            Spoil(angle, projection);
        if (p.PhaseRetrieval > 0 && p.Fringes > 0)
            _optics.Retrieve(projection, p.PhaseRetrieval * p.Fringes);
        var least = p.Photons > 0 ? (float)(LeastPhotons / p.Photons) : LeastIntensity;
        for (var i = 0; i < projection.Length; i++)
            projection[i] = -MathF.Log(Math.Max(projection[i], least));
    }

    private static void Harden(float[] projection, float hardening)
    {
        for (var i = 0; i < projection.Length; i++)
            projection[i] /= 1 + (hardening * projection[i]);
    }

    private void ToIntensity(float[] projection)
    {
        var p = _parameters;
        if (p.Fringes > 0 && p.FringeModel == FringeModel.Fresnel)
            _optics.Fresnel(projection, p.Fringes, p.DeltaOverBeta);
        else if (p.Fringes > 0)
            _optics.Transport(projection, p.Fringes, p.FringeWidth);
        else
        {
            for (var i = 0; i < projection.Length; i++)
                projection[i] = MathF.Exp(-projection[i]);
        }
    }

    private void Count(int angle, float[] projection)
    {
        var (photons, first) = (_parameters.Photons, (long)angle * projection.Length);
        var random = new CounterRandom(_parameters.Seed, RandomStreams.Photons);
        for (var i = 0; i < projection.Length; i++)
            projection[i] = (float)(random.Poisson(first + i, photons * projection[i]) / photons);
        if (_parameters.ReadNoise <= 0)
            return;
        var noise = new float[projection.Length];
        new CounterRandom(_parameters.Seed, RandomStreams.ReadNoise).FillNormal(noise, first);
        var scale = (float)(_parameters.ReadNoise / photons);
        for (var i = 0; i < projection.Length; i++)
            projection[i] += noise[i] * scale;
    }

    private void Spoil(int angle, float[] projection)
    {
        var random = new CounterRandom(_parameters.Seed, RandomStreams.BadPattern);
        for (var bin = 0; bin < _bins; bin++)
        {
            var factor = (float)Math.Exp(_parameters.BadProjectionError * random.Normal(((long)angle * _bins) + bin));
            for (var row = 0; row < _rows; row++)
                projection[(row * _bins) + bin] *= factor;
        }
    }
}
