namespace DeepQDataset;

/// <summary>
/// The edition of the platform that a dataset is judged by. The editions of its guide disagree; docs/platforms.md compares them.
/// </summary>
public enum DqPlatform
{
    /// <summary>Guide 1.1.5 (September 2021).</summary>
    Edition11 = 0,

    /// <summary>Guide 2.3 (July 2023), of the cloud and of servers on premises.</summary>
    Edition23,

    /// <summary>Guide 3.0 (February 2024) and the published reader: the cloud service today.</summary>
    Edition30,
}
