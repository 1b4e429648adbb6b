namespace DeepQDataset;

/// <summary>The kinds of errors that keep a job from being done.</summary>
public enum DatasetErrorKind
{
    /// <summary>An argument makes no sense.</summary>
    InvalidArgument,

    /// <summary>What was given does not hold what is needed.</summary>
    InvalidData,

    /// <summary>A file or folder is not there.</summary>
    NotFound,

    /// <summary>Something is there already and may not be replaced.</summary>
    AlreadyExists,

    /// <summary>Access is denied.</summary>
    AccessDenied,

    /// <summary>The file system could not read or write.</summary>
    InputOutput,

    /// <summary>The file system has no room.</summary>
    OutOfSpace,
}
