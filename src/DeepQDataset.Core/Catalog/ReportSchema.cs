namespace DeepQDataset.Catalog;

/// <summary>The form of JSON reports, which are also read back as baselines.</summary>
internal static class ReportSchema
{
    /// <summary>The version of the form. It changes when a reader of the form before would misunderstand a report.</summary>
    public const int Version = 1;
}
