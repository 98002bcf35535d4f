using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>
/// The discrete Fourier transform of eight complex series side by side, one a lane: Stockham's self-sorting form in steps of 4 and of the prime factors (Cochran et al. 1967).
/// </summary>
/// <remarks>For any length, but fast only without large prime factors. Not normalised: forwards and backwards together multiply by the length.</remarks>
internal sealed class LaneFft
{
    /// <summary>Series side by side.</summary>
    public const int Lanes = 8;

    private readonly Step[] _steps;

    /// <param name="length">Of the series.</param>
    public LaneFft(int length)
    {
        Length = length;
        var steps = new List<Step>();
        for (int left = length, stride = 1; left > 1;)
        {
            var radix = left % 4 == 0 ? 4 : SmallestFactor(left);
            steps.Add(new Step(radix, left, stride));
            (left, stride) = (left / radix, stride * radix);
        }
        _steps = [.. steps];
    }

    /// <summary>Length of the series.</summary>
    public int Length { get; }

    /// <summary>The least length that is not below and has no prime factor above 5.</summary>
    public static int FastLength(int least)
    {
        while (!IsFast(least))
            least++;
        return least;
    }

    /// <summary>Working memory for one thread.</summary>
    public Scratch NewScratch() => new(Length);

    /// <summary>Transforms <see cref="Scratch.Real"/> and <see cref="Scratch.Imaginary"/> in place; the sign of the exponent is that of −i.</summary>
    public void Forward(Scratch scratch) => Run(scratch, scratch.Real, scratch.Imaginary, scratch.OtherReal, scratch.OtherImaginary);

    /// <summary>The inverse, times the length.</summary>
    public void Backward(Scratch scratch) => Run(scratch, scratch.Imaginary, scratch.Real, scratch.OtherImaginary, scratch.OtherReal);

    private void Run(Scratch scratch, Vector256<float>[] real, Vector256<float>[] imaginary, Vector256<float>[] otherReal, Vector256<float>[] otherImaginary)
    {
        foreach (var step in _steps)
        {
            switch (step.Radix)
            {
                case 4:
                    Four(step, real, imaginary, otherReal, otherImaginary);
                    break;
                case 2:
                    Two(step, real, imaginary, otherReal, otherImaginary);
                    break;
                default:
                    Odd(step, real, imaginary, otherReal, otherImaginary);
                    break;
            }
            (real, otherReal, imaginary, otherImaginary) = (otherReal, real, otherImaginary, imaginary);
        }
        if (_steps.Length % 2 != 0)
            scratch.Swap();
    }

    private static bool IsFast(int length)
    {
        foreach (var factor in new[] { 2, 3, 5 })
        {
            while (length % factor == 0)
                length /= factor;
        }
        return length == 1;
    }

    private static int SmallestFactor(int number)
    {
        for (var factor = 2; factor * factor <= number; factor++)
        {
            if (number % factor == 0)
                return factor;
        }
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(Step step, Vector256<float>[] real, Vector256<float>[] imaginary, Vector256<float>[] toReal, Vector256<float>[] toImaginary)
    {
        var (stride, groups) = (step.Stride, step.Left / 2);
        for (var group = 0; group < groups; group++)
        {
            var (cos, sin) = (Vector256.Create(step.Cos[group]), Vector256.Create(step.Sin[group]));
            for (var q = 0; q < stride; q++)
            {
                int a = q + (stride * group), b = a + (stride * groups), to = q + (2 * stride * group);
                Vector256<float> re = real[a] - real[b], im = imaginary[a] - imaginary[b];
                toReal[to] = real[a] + real[b];
                toImaginary[to] = imaginary[a] + imaginary[b];
                toReal[to + stride] = (re * cos) - (im * sin);
                toImaginary[to + stride] = (re * sin) + (im * cos);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(Step step, Vector256<float>[] real, Vector256<float>[] imaginary, Vector256<float>[] toReal, Vector256<float>[] toImaginary)
    {
        var (stride, groups) = (step.Stride, step.Left / 4);
        var quarter = stride * groups;
        ref var re = ref real[0];
        ref var im = ref imaginary[0];
        ref var outRe = ref toReal[0];
        ref var outIm = ref toImaginary[0];
        for (var group = 0; group < groups; group++)
        {
            var (cos1, sin1) = (Vector256.Create(step.Cos[group]), Vector256.Create(step.Sin[group]));
            var (cos2, sin2) = (Vector256.Create(step.Cos[groups + group]), Vector256.Create(step.Sin[groups + group]));
            var (cos3, sin3) = (Vector256.Create(step.Cos[(2 * groups) + group]), Vector256.Create(step.Sin[(2 * groups) + group]));
            for (var q = 0; q < stride; q++)
            {
                var from = q + (stride * group);
                var to = q + (4 * stride * group);
                Vector256<float> re0 = Unsafe.Add(ref re, from), re1 = Unsafe.Add(ref re, from + quarter);
                Vector256<float> re2 = Unsafe.Add(ref re, from + (2 * quarter)), re3 = Unsafe.Add(ref re, from + (3 * quarter));
                Vector256<float> im0 = Unsafe.Add(ref im, from), im1 = Unsafe.Add(ref im, from + quarter);
                Vector256<float> im2 = Unsafe.Add(ref im, from + (2 * quarter)), im3 = Unsafe.Add(ref im, from + (3 * quarter));
                Vector256<float> sumRe = re0 + re2, sumIm = im0 + im2, differenceRe = re0 - re2, differenceIm = im0 - im2;
                Vector256<float> oddRe = re1 + re3, oddIm = im1 + im3, turnedRe = im1 - im3, turnedIm = re3 - re1;
                Unsafe.Add(ref outRe, to) = sumRe + oddRe;
                Unsafe.Add(ref outIm, to) = sumIm + oddIm;
                Vector256<float> aRe = differenceRe + turnedRe, aIm = differenceIm + turnedIm;
                Unsafe.Add(ref outRe, to + stride) = (aRe * cos1) - (aIm * sin1);
                Unsafe.Add(ref outIm, to + stride) = (aRe * sin1) + (aIm * cos1);
                Vector256<float> bRe = sumRe - oddRe, bIm = sumIm - oddIm;
                Unsafe.Add(ref outRe, to + (2 * stride)) = (bRe * cos2) - (bIm * sin2);
                Unsafe.Add(ref outIm, to + (2 * stride)) = (bRe * sin2) + (bIm * cos2);
                Vector256<float> cRe = differenceRe - turnedRe, cIm = differenceIm - turnedIm;
                Unsafe.Add(ref outRe, to + (3 * stride)) = (cRe * cos3) - (cIm * sin3);
                Unsafe.Add(ref outIm, to + (3 * stride)) = (cRe * sin3) + (cIm * cos3);
            }
        }
    }

    // Other factors by their definition.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Odd(Step step, Vector256<float>[] real, Vector256<float>[] imaginary, Vector256<float>[] toReal, Vector256<float>[] toImaginary)
    {
        var (radix, stride, groups) = (step.Radix, step.Stride, step.Left / step.Radix);
        for (var group = 0; group < groups; group++)
        {
            for (var output = 0; output < radix; output++)
            {
                var turn = output == 0 ? (1f, 0f) : (step.Cos[((output - 1) * groups) + group], step.Sin[((output - 1) * groups) + group]);
                var (cos, sin) = (Vector256.Create(turn.Item1), Vector256.Create(turn.Item2));
                for (var q = 0; q < stride; q++)
                {
                    var from = q + (stride * group);
                    Vector256<float> re = real[from], im = imaginary[from];
                    for (var input = 1; input < radix; input++)
                    {
                        var root = output * input % radix;
                        var (a, b) = (real[from + (input * stride * groups)], imaginary[from + (input * stride * groups)]);
                        re += (a * step.RootCos[root]) - (b * step.RootSin[root]);
                        im += (a * step.RootSin[root]) + (b * step.RootCos[root]);
                    }
                    var to = q + (stride * ((radix * group) + output));
                    toReal[to] = (re * cos) - (im * sin);
                    toImaginary[to] = (re * sin) + (im * cos);
                }
            }
        }
    }

    /// <summary>Series of one thread, and as much again to work in.</summary>
    internal sealed class Scratch(int length)
    {
        /// <summary>Real parts, by place in the series.</summary>
        public Vector256<float>[] Real { get; private set; } = new Vector256<float>[length];

        /// <summary>Imaginary parts.</summary>
        public Vector256<float>[] Imaginary { get; private set; } = new Vector256<float>[length];

        internal Vector256<float>[] OtherReal { get; private set; } = new Vector256<float>[length];

        internal Vector256<float>[] OtherImaginary { get; private set; } = new Vector256<float>[length];

        internal void Swap() => (Real, OtherReal, Imaginary, OtherImaginary) = (OtherReal, Real, OtherImaginary, Imaginary);
    }

    // Factors of one step: exp(−2πi·group·output / left) by output − 1 and group, and the roots of one.
    private sealed class Step
    {
        public Step(int radix, int left, int stride)
        {
            (Radix, Left, Stride) = (radix, left, stride);
            var groups = left / radix;
            (Cos, Sin) = (new float[(radix - 1) * groups], new float[(radix - 1) * groups]);
            for (var output = 1; output < radix; output++)
            {
                for (var group = 0; group < groups; group++)
                {
                    var angle = -2 * Math.PI * ((long)group * output % left) / left;
                    (Cos[((output - 1) * groups) + group], Sin[((output - 1) * groups) + group]) = ((float)Math.Cos(angle), (float)Math.Sin(angle));
                }
            }
            RootCos = [.. Enumerable.Range(0, radix).Select(root => (float)Math.Cos(-2 * Math.PI * root / radix))];
            RootSin = [.. Enumerable.Range(0, radix).Select(root => (float)Math.Sin(-2 * Math.PI * root / radix))];
        }

        public int Radix { get; }

        public int Left { get; }

        public int Stride { get; }

        public float[] Cos { get; }

        public float[] Sin { get; }

        public float[] RootCos { get; }

        public float[] RootSin { get; }
    }
}
