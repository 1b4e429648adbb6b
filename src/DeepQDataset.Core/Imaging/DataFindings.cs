namespace DeepQDataset.Imaging;

/// <summary>Represents the findings of a data check about one image, beside its header. One instance is reused for all images.</summary>
internal sealed class DataFindings
{
    /// <summary>Gets the first damage (DQ311); null if there is none.</summary>
    public ImageProblem? Damage { get; private set; }

    /// <summary>
    /// Gets or sets the end of the image in bytes from the start of the file; null if the format has no end, or it was not found.
    /// </summary>
    public long? End { get; set; }

    /// <summary>Gets or sets a value that indicates whether all pixels have the same value; false if this was not checked.</summary>
    public bool IsBlank { get; set; }

    /// <summary>Starts the next image.</summary>
    public void Reset()
    {
        Damage = null;
        End = null;
        IsBlank = false;
    }

    /// <summary>Records damage, unless there already is some.</summary>
    /// <param name="detail">The problem, as a clause.</param>
    /// <param name="offset">The position in bytes from the start of the file.</param>
    public void ReportDamage(string detail, long offset) => Damage ??= new ImageProblem(ImageProblemKind.Damaged, detail, offset);
}
