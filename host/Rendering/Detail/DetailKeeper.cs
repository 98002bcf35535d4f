namespace VolumeViewer.Host.Rendering;

/// <summary>Keeps the finer part of a layer that the camera is near to: the one that is shown, and the one that is on its way.</summary>
/// <param name="make">Makes the textures of a part, which fill in the background.</param>
internal sealed class DetailKeeper<T>(Func<DetailPlan, T> make) : IDisposable where T : class, IDetail
{
    private (DetailPlan Plan, T Detail)? _next;

    /// <summary>What can be drawn: complete, if perhaps made for an earlier place of the camera. Null for none.</summary>
    public (DetailPlan Plan, T Detail)? Shown { get; private set; }

    /// <summary>All that is held, to be told of changes.</summary>
    public IEnumerable<(DetailPlan Plan, T Detail)> All => new[] { Shown, _next }.Where(each => each is not null).Select(each => each!.Value);

    /// <summary>Goes over to another part, or none, once the camera has come to rest.</summary>
    /// <returns>Whether what is shown is what is wanted.</returns>
    public bool Want(DetailPlan? plan, TimeSpan budget)
    {
        if (plan is null)
        {
            Dispose();
            return true;
        }
        if (Shown?.Plan == plan)
        {
            _next?.Detail.Dispose();
            _next = null;
            return Shown.Value.Detail.Upload(budget);
        }
        if (_next?.Plan != plan)
        {
            _next?.Detail.Dispose();
            _next = (plan, make(plan));
        }
        if (!_next.Value.Detail.Upload(budget))
            return false;
        Shown?.Detail.Dispose();
        (Shown, _next) = (_next, null);
        return true;
    }

    public void Dispose()
    {
        foreach (var (_, detail) in All)
            detail.Dispose();
        (Shown, _next) = (null, null);
    }
}
