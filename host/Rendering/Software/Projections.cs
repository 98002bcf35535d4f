using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>The projections of the shaders image-maximum, -minimum, -average and -attenuated.</summary>
internal static class Projections
{
    /// <summary>The largest value.</summary>
    internal struct Largest : IProjection
    {
        private Vector256<float> _largest;
        private float _scale, _shift;

        public readonly Vector256<int> IsDone => Vector256<int>.Zero;

        public void Begin(float scale, float shift, Vector256<float> attenuation) => (_scale, _shift, _largest) = (scale, shift, Vector256.Create(float.MinValue));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Take(Vector256<float> value, Vector256<float> active)
        {
            var isBetter = Vector256.GreaterThan(value, _largest) & active;
            _largest = Vector256.ConditionalSelect(isBetter, value, _largest);
            return isBetter;
        }

        public readonly Vector256<float> Place(Vector256<float> count) => (_largest * Vector256.Create(_scale)) + Vector256.Create(_shift);
    }

    /// <summary>The smallest value.</summary>
    internal struct Smallest : IProjection
    {
        private Vector256<float> _smallest;
        private float _scale, _shift;

        public readonly Vector256<int> IsDone => Vector256<int>.Zero;

        public void Begin(float scale, float shift, Vector256<float> attenuation) => (_scale, _shift, _smallest) = (scale, shift, Vector256.Create(float.MaxValue));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Take(Vector256<float> value, Vector256<float> active)
        {
            var isBetter = Vector256.LessThan(value, _smallest) & active;
            _smallest = Vector256.ConditionalSelect(isBetter, value, _smallest);
            return isBetter;
        }

        public readonly Vector256<float> Place(Vector256<float> count) => (_smallest * Vector256.Create(_scale)) + Vector256.Create(_shift);
    }

    /// <summary>The mean; the largest value is where it is seen.</summary>
    internal struct Mean : IProjection
    {
        private Vector256<float> _largest, _sum;
        private float _scale, _shift;

        public readonly Vector256<int> IsDone => Vector256<int>.Zero;

        public void Begin(float scale, float shift, Vector256<float> attenuation) =>
            (_scale, _shift, _largest, _sum) = (scale, shift, Vector256.Create(float.MinValue), Vector256<float>.Zero);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Take(Vector256<float> value, Vector256<float> active)
        {
            var isBetter = Vector256.GreaterThan(value, _largest) & active;
            _largest = Vector256.ConditionalSelect(isBetter, value, _largest);
            _sum += ((value * Vector256.Create(_scale)) + Vector256.Create(_shift)) & active;
            return isBetter;
        }

        public readonly Vector256<float> Place(Vector256<float> count) => _sum / count;
    }

    /// <summary>The largest place, where each counts the less the more lies before it.</summary>
    internal struct Attenuated : IProjection
    {
        private Vector256<float> _largest, _before, _through, _attenuation;
        private float _scale, _shift;

        public readonly Vector256<int> IsDone => Vector256.LessThanOrEqual(_through, _largest).AsInt32();

        public void Begin(float scale, float shift, Vector256<float> attenuation)
        {
            (_scale, _shift, _attenuation) = (scale, shift, attenuation);
            (_largest, _before, _through) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.One);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Take(Vector256<float> value, Vector256<float> active)
        {
            var place = (value * Vector256.Create(_scale)) + Vector256.Create(_shift);
            place = Vector256.MinNative(Vector256.MaxNative(place, Vector256<float>.Zero), Vector256<float>.One);
            var seen = place * _through;
            var isBetter = Vector256.GreaterThan(seen, _largest) & active;
            _largest = Vector256.ConditionalSelect(isBetter, seen, _largest);
            _before += place & active;
            _through = Vector256.Exp(-(_attenuation * _before));
            return isBetter;
        }

        public readonly Vector256<float> Place(Vector256<float> count) => _largest;
    }
}
