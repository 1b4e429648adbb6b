namespace DeepQDataset.Extraction;

/// <summary>What unpacking a zip did.</summary>
public sealed record ExtractionResult
{
    /// <summary>The folder that the zip was unpacked into.</summary>
    public required string Path { get; init; }

    /// <summary>How many files were written.</summary>
    public required int Written { get; init; }

    /// <summary>How many files were there already with the same size and checksum.</summary>
    public required int Kept { get; init; }

    /// <summary>How many files of operating systems (<c>__MACOSX</c>, <c>.DS_Store</c>, <c>Thumbs.db</c> …) were left out.</summary>
    public required int LeftOut { get; init; }

    /// <summary>What was not written and why, one for each cause, in the order of the zip's directory.</summary>
    public required IReadOnlyList<DatasetException> Failures { get; init; }
}
