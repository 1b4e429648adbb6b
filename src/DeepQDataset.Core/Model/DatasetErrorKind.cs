namespace DeepQDataset;

/// <summary>Specifies the kinds of errors that prevent an operation.</summary>
public enum DatasetErrorKind
{
    /// <summary>An argument is invalid.</summary>
    InvalidArgument,

    /// <summary>The input does not contain what is needed.</summary>
    InvalidData,

    /// <summary>A file or folder does not exist.</summary>
    NotFound,

    /// <summary>The destination exists and may not be replaced.</summary>
    AlreadyExists,

    /// <summary>Access is denied.</summary>
    AccessDenied,

    /// <summary>The file system could not read or write.</summary>
    InputOutput,

    /// <summary>The disk is full.</summary>
    OutOfSpace,
}
