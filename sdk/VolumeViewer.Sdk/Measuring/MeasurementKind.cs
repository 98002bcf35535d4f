namespace VolumeViewer.Sdk;

/// <summary>What a <see cref="Measurement"/> measures.</summary>
public enum MeasurementKind
{
    /// <summary>The distance of two points.</summary>
    Ruler,

    /// <summary>The angle at the second of three points.</summary>
    Angle,

    /// <summary>The grey values and the phases along a line of two points.</summary>
    Profile,

    /// <summary>The length of a line through two or more points.</summary>
    Path,

    /// <summary>What lies in a rectangle of a slice; two opposite corners.</summary>
    Rectangle,

    /// <summary>What lies in an ellipse of a slice; two opposite corners of the rectangle around it.</summary>
    Ellipse,

    /// <summary>What lies in a box along the axes; two opposite corners.</summary>
    Box,
}
