namespace DeepQDataset.Imaging;

/// <summary>Represents what a data check finds out about one image beside its header. Used for one image after the other.</summary>
internal sealed class DataFindings
{
    /// <summary>Gets the first damage (DQ311); null if there is none.</summary>
    public ImageProblem? Damage { get; private set; }

    /// <summary>
    /// Where the image ends, in bytes from the file's start; null if its format says nothing about that, or its end was not found.
    /// </summary>
    public long? End { get; set; }

    /// <summary>Gets or sets a value that indicates whether all pixels have one value; false if that was not looked at.</summary>
    public bool IsBlank { get; set; }

    /// <summary>Starts the next image.</summary>
    public void Reset()
    {
        Damage = null;
        End = null;
        IsBlank = false;
    }

    /// <summary>Takes a damage, unless there was one before.</summary>
    /// <param name="detail">What is wrong, as a clause.</param>
    /// <param name="offset">Where, in bytes from the file's start.</param>
    public void ReportDamage(string detail, long offset) => Damage ??= new ImageProblem(ImageProblemKind.Damaged, detail, offset);
}
