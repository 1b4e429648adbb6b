namespace DeepQDataset.Extraction;

/// <summary>Describes the result of unpacking a zip.</summary>
public sealed record ExtractionResult
{
    /// <summary>Gets the folder that the zip was unpacked into.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the number of files that were written.</summary>
    public required int Written { get; init; }

    /// <summary>Gets the number of files that existed with the same size and checksum.</summary>
    public required int Kept { get; init; }

    /// <summary>Gets the number of system files (<c>__MACOSX</c>, <c>.DS_Store</c>, <c>Thumbs.db</c> …) that were left out.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Gets the reasons why files were not written, one for each cause, in the order of the zip's directory.</summary>
    public required IReadOnlyList<DatasetException> Failures { get; init; }
}
