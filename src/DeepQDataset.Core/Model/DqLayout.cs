namespace DeepQDataset;

/// <summary>Specifies the layout of a dataset (guide chapter 2.1, 2.3).</summary>
public enum DqLayout
{
    /// <summary>None of the other layouts.</summary>
    Unknown = 0,

    /// <summary><c>image/</c> without label.csv.</summary>
    ImageOnly,

    /// <summary><c>image/</c> and <c>label.csv</c>.</summary>
    Labelled,

    /// <summary><c>Classes/</c> with one folder for each class.</summary>
    ClassFolders,

    /// <summary><c>image/Study/Series&lt;N&gt;/</c>, with or without label.csv.</summary>
    Studies,

    /// <summary>One LabelMe JSON for each image.</summary>
    LabelMe,

    /// <summary>Edition 3.0: images in any folders, with or without label.csv at the root.</summary>
    Free,
}
