namespace DeepQDataset;

/// <summary>Represents what a dataset holds; nothing of it is validated.</summary>
public sealed class DqDataset
{
    internal DqDataset()
    {
    }

    /// <summary>Gets the dataset's name: the folder's, or the zip's without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the full path of the folder or zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the layout found.</summary>
    public DqLayout Layout { get; internal init; }

    /// <summary>What the labels are for.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>Gets the number of images the layout holds.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels: rows of label.csv that could be read, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>Gets the number of classes.</summary>
    public int Classes { get; internal init; }

    /// <summary>Gets the classes, in ordinal order.</summary>
    public DqStringList ClassNames { get; internal init; } = DqStringList.Empty;

    /// <summary>
    /// Gets the number of different Patient that IDs the DICOM images have; images without one count for none. Null where there is not
    /// DICOM image, and where no header was read.
    /// </summary>
    public int? Patients { get; internal init; }

    /// <summary>
    /// Gets the number of study folders; without those, how many different Study Instance UIDs the DICOM images have. 0 if there is
    /// neither.
    /// </summary>
    public int Studies { get; internal init; }

    /// <summary>
    /// Gets the number of series folders; without those, how many different Series Instance UIDs the DICOM images have. 0 if there is
    /// neither.
    /// </summary>
    public int Series { get; internal init; }

    /// <summary>Gets the size of all its files, in bytes (unpacked, for a zip).</summary>
    public long Bytes { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Dataset;
}
