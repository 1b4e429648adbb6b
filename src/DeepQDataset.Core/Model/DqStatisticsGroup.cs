namespace DeepQDataset;

/// <summary>Represents what the images of a class are grouped by when they are counted.</summary>
public enum DqStatisticsGroup
{
    /// <summary>By nothing but the class: images, boxes and sizes.</summary>
    Class = 0,

    /// <summary>By patient: patients, studies and images.</summary>
    Patient,
}
