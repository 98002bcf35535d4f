namespace VolumeViewer.Host.Panels;

/// <summary>Turns of the wheel as whole steps. Touchpads turn by parts of a notch: they add up until there is a step.</summary>
internal struct WheelNotches
{
    private float _rest;

    /// <summary>Takes a turn, and gives the steps that it completes: downwards is on.</summary>
    public int Take(float turn)
    {
        _rest -= turn;
        var whole = (int)MathF.Truncate(_rest);
        _rest -= whole;
        return whole;
    }
}
