namespace DeepQDataset.Work;

/// <summary>Represents the progress of a long operation.</summary>
/// <param name="Activity">The activity, such as <c>Reading image headers</c>.</param>
/// <param name="Done">The number of completed units.</param>
/// <param name="Total">The total number of units.</param>
/// <param name="Unit">The unit: <c>images</c>, <c>bytes</c>.</param>
public readonly record struct WorkProgress(string Activity, long Done, long Total, string Unit);
