namespace DeepQDataset.Catalog;

/// <summary>Describes the form of JSON reports, which can also be read as baselines.</summary>
internal static class ReportSchema
{
    /// <summary>The version of the form. It changes when an earlier reader would misread a report.</summary>
    public const int Version = 1;
}
