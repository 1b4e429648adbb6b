namespace DeepQDataset.Commands.Binding;

/// <summary>Specifies how the images of a class are counted.</summary>
public enum DqStatisticsGroup
{
    /// <summary>By class only: images, boxes and sizes.</summary>
    Class = 0,

    /// <summary>By patient: patients, studies and images.</summary>
    Patient,
}
