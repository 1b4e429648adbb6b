namespace DeepQDataset.Building.Planning;

/// <summary>Specifies how label.csv names images.</summary>
public enum LabelNameForm
{
    /// <summary>The file name with extension, which all editions of the platform read.</summary>
    FileName,

    /// <summary>The file name without extension, as in the figures of guides 1.1 and 2.3. Edition 3.0 does not find such images.</summary>
    Stem,
}
