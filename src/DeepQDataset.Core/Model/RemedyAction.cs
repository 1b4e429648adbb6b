namespace DeepQDataset;

/// <summary>
/// Represents what a user can do about a finding or a failure. Messages name an action and not a command or a parameter: a program that
/// shows them words it for its users (<see cref="RemedyWording"/>); without that it is said in plain words.
/// </summary>
public enum RemedyAction
{
    /// <summary>Repair the dataset.</summary>
    Repair,

    /// <summary>Repair the dataset, and take the corners of boxes for what they are.</summary>
    RepairCornerBoxes,

    /// <summary>Write the dataset as an archive.</summary>
    BuildArchive,

    /// <summary>Write an archive of some of the dataset's labels.</summary>
    BuildOfSomeLabels,

    /// <summary>Validate the dataset.</summary>
    Validate,

    /// <summary>Validate each folder in the one that <see cref="Remedy.Argument"/> names.</summary>
    ValidateFolders,

    /// <summary>Validate each zip in the folder that <see cref="Remedy.Argument"/> names.</summary>
    ValidateArchives,

    /// <summary>Look up the rules.</summary>
    ListRules,

    /// <summary>Write a report.</summary>
    WriteReport,

    /// <summary>De-identify DICOM files.</summary>
    Protect,

    /// <summary>Convert DICOM files to PNG files in studies and series.</summary>
    ConvertStudies,

    /// <summary>Convert LabelMe files to labels.</summary>
    ConvertLabelMe,

    /// <summary>Convert images of masks to labels.</summary>
    ConvertMasks,

    /// <summary>Write the dataset as COCO.</summary>
    ExportCoco,

    /// <summary>Replace what is at the destination.</summary>
    Overwrite,

    /// <summary>Link images instead of copying them.</summary>
    Link,

    /// <summary>Make symbolic links to images.</summary>
    LinkSymbolic,

    /// <summary>Arrange images in class folders.</summary>
    ArrangeClasses,

    /// <summary>Arrange images in studies and series.</summary>
    ArrangeStudies,

    /// <summary>Say in which folder or zip the images lie.</summary>
    GiveImageFolder,

    /// <summary>Take only the labels whose image was found, and so has a source.</summary>
    SelectFoundImages,

    /// <summary>Say what the classes are named.</summary>
    GiveClassNames,

    /// <summary>Say from where the pixels of Pascal VOC are counted.</summary>
    GivePixelOrigin,

    /// <summary>Give the values of a mask's pixels their classes.</summary>
    GiveValueClasses,

    /// <summary>Take annotations of crowds, too.</summary>
    IncludeCrowds,

    /// <summary>Make classes of flags.</summary>
    ConvertFlags,

    /// <summary>Keep the names of files.</summary>
    KeepNames,
}
