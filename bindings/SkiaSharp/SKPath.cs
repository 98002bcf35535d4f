using static SkiaSharp.Native.Cairo;

namespace SkiaSharp;

/// <summary>Lines and curves, kept as calls until a canvas replays them.</summary>
public class SKPath : SKObject
{
    // Control points at this share of the radius make a cubic follow a quarter of a circle to within 0.03 %.
    private const float QuarterCircle = 0.5522848f;

    private readonly List<Segment> _segments = [];
    private SKPoint _start;
    private SKPoint _last;

    public SKPath()
        : base(0)
    {
    }

    public SKPath(SKPath path)
        : this()
    {
        ArgumentNullException.ThrowIfNull(path);
        _segments.AddRange(path._segments);
        (FillType, _start, _last) = (path.FillType, path._start, path._last);
    }

    private enum Verb
    {
        Move,
        Line,
        Cubic,
        Close,
    }

    public SKPathFillType FillType { get; set; }

    public bool IsEmpty => _segments.Count == 0;

    public SKPoint LastPoint => _last;

    /// <summary>Encloses all points, control points included.</summary>
    public SKRect Bounds
    {
        get
        {
            var points = _segments.SelectMany(Points).ToArray();
            if (points.Length == 0)
                return SKRect.Empty;
            return new SKRect(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
        }
    }

    internal bool IsFinite => _segments.TrueForAll(segment => Points(segment).All(p => float.IsFinite(p.X) && float.IsFinite(p.Y)));

    public void MoveTo(SKPoint point)
    {
        _segments.Add(new Segment(Verb.Move, default, default, point));
        _start = _last = point;
    }

    public void MoveTo(float x, float y) => MoveTo(new SKPoint(x, y));

    public void LineTo(SKPoint point)
    {
        Begin();
        _segments.Add(new Segment(Verb.Line, default, default, point));
        _last = point;
    }

    public void LineTo(float x, float y) => LineTo(new SKPoint(x, y));

    public void QuadTo(SKPoint point0, SKPoint point1)
    {
        Begin();
        // The same curve as a cubic: its control points lie two thirds of the way to the one of the parabola.
        CubicTo(TwoThirds(_last, point0), TwoThirds(point1, point0), point1);
    }

    public void QuadTo(float x0, float y0, float x1, float y1) => QuadTo(new SKPoint(x0, y0), new SKPoint(x1, y1));

    public void CubicTo(SKPoint point0, SKPoint point1, SKPoint point2)
    {
        Begin();
        _segments.Add(new Segment(Verb.Cubic, point0, point1, point2));
        _last = point2;
    }

    public void CubicTo(float x0, float y0, float x1, float y1, float x2, float y2) =>
        CubicTo(new SKPoint(x0, y0), new SKPoint(x1, y1), new SKPoint(x2, y2));

    public void Close()
    {
        if (_segments.Count == 0 || _segments[^1].Verb == Verb.Close)
            return;
        _segments.Add(new Segment(Verb.Close, default, default, default));
        _last = _start;
    }

    public void Reset()
    {
        _segments.Clear();
        (FillType, _start, _last) = (SKPathFillType.Winding, default, default);
    }

    public void AddRect(SKRect rect, SKPathDirection direction = SKPathDirection.Clockwise)
    {
        var (right, left) = direction == SKPathDirection.Clockwise ? (rect.Right, rect.Left) : (rect.Left, rect.Right);
        var first = direction == SKPathDirection.Clockwise ? new SKPoint(rect.Left, rect.Top) : new SKPoint(rect.Right, rect.Top);
        MoveTo(first);
        LineTo(right, rect.Top);
        LineTo(right, rect.Bottom);
        LineTo(left, rect.Bottom);
        Close();
    }

    public void AddOval(SKRect rect, SKPathDirection direction = SKPathDirection.Clockwise)
    {
        var (cx, cy, rx) = (rect.MidX, rect.MidY, rect.Width / 2);
        // Down from the point at the right is clockwise, y being down.
        var ry = direction == SKPathDirection.Clockwise ? rect.Height / 2 : -rect.Height / 2;
        MoveTo(cx + rx, cy);
        QuarterTo(new SKPoint(cx + rx, cy + ry), new SKPoint(cx, cy + ry));
        QuarterTo(new SKPoint(cx - rx, cy + ry), new SKPoint(cx - rx, cy));
        QuarterTo(new SKPoint(cx - rx, cy - ry), new SKPoint(cx, cy - ry));
        QuarterTo(new SKPoint(cx + rx, cy - ry), new SKPoint(cx + rx, cy));
        Close();
    }

    public void AddCircle(float x, float y, float radius, SKPathDirection dir = SKPathDirection.Clockwise) =>
        AddOval(new SKRect(x - radius, y - radius, x + radius, y + radius), dir);

    public void AddPoly(SKPoint[] points, bool close = true)
    {
        ArgumentNullException.ThrowIfNull(points);
        AddPoly(points.AsSpan(), close);
    }

    public void AddPoly(ReadOnlySpan<SKPoint> points, bool close = true)
    {
        for (var i = 0; i < points.Length; i++)
        {
            if (i == 0)
                MoveTo(points[i]);
            else
                LineTo(points[i]);
        }
        if (close && points.Length > 0)
            Close();
    }

    internal void AddRoundRectangle(SKRect rect, float rx, float ry)
    {
        (rx, ry) = (Math.Min(rx, rect.Width / 2), Math.Min(ry, rect.Height / 2));
        MoveTo(rect.Left + rx, rect.Top);
        LineTo(rect.Right - rx, rect.Top);
        QuarterTo(new SKPoint(rect.Right, rect.Top), new SKPoint(rect.Right, rect.Top + ry));
        LineTo(rect.Right, rect.Bottom - ry);
        QuarterTo(new SKPoint(rect.Right, rect.Bottom), new SKPoint(rect.Right - rx, rect.Bottom));
        LineTo(rect.Left + rx, rect.Bottom);
        QuarterTo(new SKPoint(rect.Left, rect.Bottom), new SKPoint(rect.Left, rect.Bottom - ry));
        LineTo(rect.Left, rect.Top + ry);
        QuarterTo(new SKPoint(rect.Left, rect.Top), new SKPoint(rect.Left + rx, rect.Top));
        Close();
    }

    internal void Replay(nint cr)
    {
        cairo_new_path(cr);
        foreach (var segment in _segments)
        {
            switch (segment.Verb)
            {
                case Verb.Move:
                    cairo_move_to(cr, segment.To.X, segment.To.Y);
                    break;
                case Verb.Line:
                    cairo_line_to(cr, segment.To.X, segment.To.Y);
                    break;
                case Verb.Cubic:
                    cairo_curve_to(cr, segment.C1.X, segment.C1.Y, segment.C2.X, segment.C2.Y, segment.To.X, segment.To.Y);
                    break;
                default:
                    cairo_close_path(cr);
                    break;
            }
        }
    }

    private static SKPoint TwoThirds(SKPoint from, SKPoint to) => new(from.X + (to.X - from.X) * 2 / 3, from.Y + (to.Y - from.Y) * 2 / 3);

    private static IEnumerable<SKPoint> Points(Segment segment) => segment.Verb switch
    {
        Verb.Cubic => [segment.C1, segment.C2, segment.To],
        Verb.Close => [],
        _ => [segment.To],
    };

    private void QuarterTo(SKPoint corner, SKPoint to) => CubicTo(
        new SKPoint(_last.X + (corner.X - _last.X) * QuarterCircle, _last.Y + (corner.Y - _last.Y) * QuarterCircle),
        new SKPoint(to.X + (corner.X - to.X) * QuarterCircle, to.Y + (corner.Y - to.Y) * QuarterCircle),
        to);

    // A path that does not say where it begins, begins at the origin; after a close it goes on where the closed part began.
    private void Begin()
    {
        if (_segments.Count == 0)
            MoveTo(0, 0);
        else if (_segments[^1].Verb == Verb.Close)
            MoveTo(_start);
    }

    private readonly record struct Segment(Verb Verb, SKPoint C1, SKPoint C2, SKPoint To);
}
