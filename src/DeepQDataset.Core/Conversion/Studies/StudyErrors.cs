using DeepQDataset.Files;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Creates the errors of the conversion of DICOM files.</summary>
internal static class StudyErrors
{
    public static DatasetException InvalidWindow(string window) => new(
        "InvalidWindow",
        DatasetErrorKind.InvalidArgument,
        $"'{window}' is not a window; give FromFile, MinMax, or a center and a width above 0, such as 40,400.",
        window);

    public static DatasetException NoDicom(string path) => new(
        "NoDicomImage", DatasetErrorKind.InvalidData, $"There is no DICOM file with an image in '{path}'.", path);

    public static DatasetException NotAZip(string path, string detail) => new(
        "NotAZip", DatasetErrorKind.InvalidData, $"'{path}' is not a readable zip: {detail}.", path);

    public static DatasetException DestinationNotRooted(string destination) =>
        new("DestinationNotRooted", DatasetErrorKind.InvalidArgument, $"'{destination}' is not a full path.", destination);

    public static DatasetException DestinationExists(string path) => new(
        "DestinationExists", DatasetErrorKind.AlreadyExists,
        $"'{path}' exists already; {Remedy.Of(RemedyAction.Overwrite)} replaces it.",
        path);

    public static DatasetException DestinationIsFile(string path) => new(
        "DestinationIsFile", DatasetErrorKind.AlreadyExists, $"'{path}' is a file; choose a folder as the destination.", path);

    public static DatasetException DestinationInSource(string destination, string source) => new(
        "DestinationInSource",
        DatasetErrorKind.InvalidArgument,
        $"'{destination}' lies in the source '{source}', into which nothing is written; choose another destination.",
        destination);

    public static DatasetException FileUnreadable(string path, string detail, Exception? exception = null) =>
        new("DicomUnreadable", DatasetErrorKind.InvalidData, $"'{path}' was left out: {detail}.", path, exception);

    /// <summary>Makes the error of a file of which frames could not be converted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="failed">These frames.</param>
    /// <param name="frames">How many frames the file has.</param>
    /// <param name="detail">Why the first of them could not, as a clause.</param>
    public static DatasetException NotConverted(string path, FrameNumbers failed, int frames, string detail)
    {
        string place = failed.Count == frames ? "" : FormattableString.Invariant($" ({failed} of {frames})");
        string whole = failed.Count < frames ? "was converted in part" : "was not converted";
        return new DatasetException("DicomNotConverted", DatasetErrorKind.InvalidData, $"'{path}' {whole}{place}: {detail}.", path);
    }

    public static DatasetException LabelFileNotRead(string path, string reason) =>
        new("LabelFileNotRead", DatasetErrorKind.InvalidData, $"The label file '{path}' cannot be used: {reason}", path);

    /// <summary>Creates a folder, or throws an exception with the reason.</summary>
    public static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, path);
        }
    }
}
