namespace DeepQDataset;

/// <summary>
/// Specifies what a user can do about an issue or a failure. Messages contain an action instead of a command or a parameter. A program
/// words it for its users (<see cref="RemedyWording"/>); otherwise it is shown in plain words.
/// </summary>
public enum RemedyAction
{
    /// <summary>Repair the dataset.</summary>
    Repair,

    /// <summary>Repair the dataset and convert corner boxes.</summary>
    RepairCornerBoxes,

    /// <summary>Write the dataset as an archive.</summary>
    BuildArchive,

    /// <summary>Write an archive of some of the dataset's labels.</summary>
    BuildOfSomeLabels,

    /// <summary>Validate the dataset.</summary>
    Validate,

    /// <summary>Validate each folder in the folder <see cref="Remedy.Argument"/>.</summary>
    ValidateFolders,

    /// <summary>Validate each zip in the folder <see cref="Remedy.Argument"/>.</summary>
    ValidateArchives,

    /// <summary>Unpack the zip again.</summary>
    Unpack,

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

    /// <summary>Replace the existing destination.</summary>
    Overwrite,

    /// <summary>Link images instead of copying them.</summary>
    Link,

    /// <summary>Create symbolic links to images.</summary>
    LinkSymbolic,

    /// <summary>Arrange images in class folders.</summary>
    ArrangeClasses,

    /// <summary>Arrange images in studies and series.</summary>
    ArrangeStudies,

    /// <summary>Specify the folder or zip with the images.</summary>
    GiveImageFolder,

    /// <summary>Select only the labels whose image was found, and so has a source.</summary>
    SelectFoundImages,

    /// <summary>Specify the names of the classes.</summary>
    GiveClassNames,

    /// <summary>Specify whether the pixels of Pascal VOC are counted from 0 or 1.</summary>
    GivePixelOrigin,

    /// <summary>Specify the classes of a mask's pixel values.</summary>
    GiveValueClasses,

    /// <summary>Include annotations of crowds.</summary>
    IncludeCrowds,

    /// <summary>Convert flags to classes.</summary>
    ConvertFlags,

    /// <summary>Keep the names of files.</summary>
    KeepNames,
}
