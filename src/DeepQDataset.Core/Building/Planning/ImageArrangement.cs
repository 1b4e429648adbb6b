namespace DeepQDataset.Building.Planning;

/// <summary>Specifies the layout of the images of labels (guide chapter 2.1).</summary>
public enum ImageArrangement
{
    /// <summary>Studies and series if every image has both in its name; otherwise flat.</summary>
    Automatic,

    /// <summary>All images in <c>image</c>, with label.csv.</summary>
    Flat,

    /// <summary>Each image in the folder of its class in <c>Classes</c>, without label.csv.</summary>
    Classes,

    /// <summary>Images in <c>image/Study/Series&lt;N&gt;</c>, with qualified names in label.csv.</summary>
    Studies,
}
