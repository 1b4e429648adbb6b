namespace DeepQDataset.Building.Planning;

/// <summary>How the images of labels are laid out (guide chapter 2.1).</summary>
public enum ImageArrangement
{
    /// <summary>In studies and series where each image has both in its name, else side by side.</summary>
    Automatic,

    /// <summary>Side by side in <c>image</c>, with label.csv.</summary>
    Flat,

    /// <summary>In <c>Classes</c>, in the folder of the one class that each is of; without label.csv.</summary>
    Classes,

    /// <summary>In <c>image/Study/Series&lt;N&gt;</c>, with label.csv by qualified names.</summary>
    Studies,
}
