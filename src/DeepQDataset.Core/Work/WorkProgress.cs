namespace DeepQDataset.Work;

/// <summary>How far a long job is.</summary>
/// <param name="Activity">What is being done, such as <c>Reading image headers</c>.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Unit">What is counted: <c>images</c>, <c>bytes</c>.</param>
public readonly record struct WorkProgress(string Activity, long Done, long Total, string Unit);
