namespace DeepQDataset.Building.Planning;

/// <summary>How label.csv names images.</summary>
public enum LabelNameForm
{
    /// <summary>With the extension, which all editions of the platform read.</summary>
    FileName,

    /// <summary>Without it, as the figures of guides 1.1 and 2.3 show; edition 3.0 does not find such an image.</summary>
    Stem,
}
