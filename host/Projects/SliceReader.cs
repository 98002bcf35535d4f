namespace VolumeViewer.Host.Projects;

/// <summary>Fills a buffer with the voxels of one slice, row by row.</summary>
internal delegate void SliceReader(int z, Span<byte> destination);
