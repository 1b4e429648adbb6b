namespace DeepQDataset.TestKit.Platform;

/// <summary>What pandas makes of a column whose type it chooses itself.</summary>
internal enum PlatformColumn
{
    /// <summary>No value at all.</summary>
    Empty,

    /// <summary>Whole numbers, none missing.</summary>
    Whole,

    /// <summary>Numbers, some of them decimals or missing.</summary>
    Decimal,

    /// <summary>True or false throughout.</summary>
    Switch,

    /// <summary>Text as it stands.</summary>
    Text,
}
