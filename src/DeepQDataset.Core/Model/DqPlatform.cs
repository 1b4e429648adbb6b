namespace DeepQDataset;

/// <summary>
/// Specifies the edition of the platform for which a dataset is validated. The editions of its guide differ; docs/platforms.md compares
/// them.
/// </summary>
public enum DqPlatform
{
    /// <summary>Guide 1.1.5 (September 2021).</summary>
    Edition11 = 0,

    /// <summary>Guide 2.3 (July 2023), for the cloud and for servers on premises.</summary>
    Edition23,

    /// <summary>Guide 3.0 (February 2024) and the published reader: the current cloud service.</summary>
    Edition30,
}
