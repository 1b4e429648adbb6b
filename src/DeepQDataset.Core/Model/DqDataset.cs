namespace DeepQDataset;

/// <summary>Describes the content of a dataset, which is not validated.</summary>
public sealed class DqDataset
{
    internal DqDataset()
    {
    }

    /// <summary>Gets the name of the dataset, which is that of the folder, or of the zip without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the full path of the folder or zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the layout.</summary>
    public DqLayout Layout { get; internal init; }

    /// <summary>Gets the task of the labels.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>Gets the number of images in the layout.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels: valid rows of label.csv, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>Gets the number of classes.</summary>
    public int Classes { get; internal init; }

    /// <summary>Gets the classes in ordinal order.</summary>
    public DqStringList ClassNames { get; internal init; } = DqStringList.Empty;

    /// <summary>
    /// Gets the number of distinct Patient IDs of the DICOM images, not counting images without one; null if there is no DICOM image, or no
    /// header was read.
    /// </summary>
    public int? Patients { get; internal init; }

    /// <summary>
    /// Gets the number of study folders, or else of distinct Study Instance UIDs of the DICOM images; 0 if there is neither.
    /// </summary>
    public int Studies { get; internal init; }

    /// <summary>
    /// Gets the number of series folders, or else of distinct Series Instance UIDs of the DICOM images; 0 if there is neither.
    /// </summary>
    public int Series { get; internal init; }

    /// <summary>Gets the total size of its files in bytes (unpacked, for a zip).</summary>
    public long Bytes { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Dataset;
}
