namespace DeepQDataset.Privacy;

/// <summary>Represents a file on its way: looked into, named, written.</summary>
/// <param name="input">The file.</param>
internal sealed class ProtectionTask(ProtectionInput input)
{
    /// <summary>Gets the file.</summary>
    public ProtectionInput Input => input;

    /// <summary>What was read of it; null if it is not copied.</summary>
    public ProtectionSubject? Subject { get; init; }

    /// <summary>Gets or sets the instance's new UID.</summary>
    public string SopInstanceUid { get; set; } = "";

    /// <summary>Gets or sets the copy's full path.</summary>
    public string Destination { get; set; } = "";

    /// <summary>What became of it; null as long as there is something to do.</summary>
    public ProtectionOutcome? Outcome { get; private set; }

    /// <summary>Ends with a copy.</summary>
    public void Finish(DqProtection protection) => Outcome = new ProtectionOutcome(input.Display, protection);

    /// <summary>Ends without one.</summary>
    public ProtectionTask Fail(DatasetException failure)
    {
        Outcome = new ProtectionOutcome(input.Display, null, failure);
        return this;
    }

    /// <summary>Ends without one, as there is nothing to copy.</summary>
    public ProtectionTask LeaveOut(string reason)
    {
        Outcome = new ProtectionOutcome(input.Display, null, LeftOut: reason);
        return this;
    }
}
