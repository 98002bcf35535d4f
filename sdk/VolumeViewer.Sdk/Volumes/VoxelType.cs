namespace VolumeViewer.Sdk;

/// <summary>What one voxel is stored as.</summary>
public enum VoxelType
{
    /// <summary>0 to 255.</summary>
    UInt8,

    /// <summary>0 to 65535.</summary>
    UInt16,

    /// <summary>−32768 to 32767.</summary>
    Int16,

    /// <summary>0 to 4294967295.</summary>
    UInt32,

    /// <summary>−2147483648 to 2147483647.</summary>
    Int32,

    /// <summary>IEEE single precision.</summary>
    Float32,

    /// <summary>IEEE double precision.</summary>
    Float64,
}
