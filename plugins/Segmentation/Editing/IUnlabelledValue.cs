namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Parameters of operations that label what is unlabelled: files of other programs have a value of their own for that, which is read as a phase.</summary>
internal interface IUnlabelledValue
{
    int? UnlabelledValue { get; }
}
