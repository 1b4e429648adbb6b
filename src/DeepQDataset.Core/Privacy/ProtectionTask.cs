namespace DeepQDataset.Privacy;

/// <summary>Represents the processing of a file: read, named, written.</summary>
/// <param name="input">The file.</param>
internal sealed class ProtectionTask(ProtectionInput input)
{
    /// <summary>Gets the file.</summary>
    public ProtectionInput Input => input;

    /// <summary>Gets the result of reading it; null if it is not copied.</summary>
    public ProtectionSubject? Subject { get; init; }

    /// <summary>Gets or sets the new UID of the instance.</summary>
    public string SopInstanceUid { get; set; } = "";

    /// <summary>Gets or sets the full path of the copy.</summary>
    public string Destination { get; set; } = "";

    /// <summary>Gets the outcome; null until the file is finished.</summary>
    public ProtectionOutcome? Outcome { get; private set; }

    /// <summary>Finishes with a copy.</summary>
    public void Finish(DqProtection protection) => Outcome = new ProtectionOutcome(input.Display, protection);

    /// <summary>Finishes with an error.</summary>
    public ProtectionTask Fail(DatasetException failure)
    {
        Outcome = new ProtectionOutcome(input.Display, null, failure);
        return this;
    }

    /// <summary>Finishes without a copy, since there is nothing to copy.</summary>
    public ProtectionTask LeaveOut(string reason)
    {
        Outcome = new ProtectionOutcome(input.Display, null, LeftOut: reason);
        return this;
    }
}
