namespace VolumeViewer.Host.Panels;

/// <summary>How a row of the table of phases divides its room between the name and the share of the voxels, so that names can be read as long as possible.</summary>
/// <param name="Name">Width of the field of the name.</param>
/// <param name="Decimals">Of the share in percent; null where it has no room and stands in the tooltip of the name.</param>
internal readonly record struct PhaseRoom(float Name, int? Decimals)
{
    /// <summary>Divides the room.</summary>
    /// <param name="room">Of both.</param>
    /// <param name="longest">Width of the field for the longest name; all rows are alike.</param>
    /// <param name="least">Width of the narrowest field.</param>
    /// <param name="full">Width of a share with two decimals, and of the gap before it.</param>
    /// <param name="brief">Likewise without decimals.</param>
    public static PhaseRoom Of(float room, float longest, float least, float full, float brief)
    {
        if (room - full >= Math.Max(longest, least))
            return new PhaseRoom(room - full, 2);
        // A name that would be cut even with all of the room leaves some to the share.
        if (room - brief >= Math.Max(longest, least) || (longest > room && room - brief >= least))
            return new PhaseRoom(room - brief, 0);
        return new PhaseRoom(room, null);
    }
}
