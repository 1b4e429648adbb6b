namespace DeepQDataset;

/// <summary>One row of the rule catalogue.</summary>
public sealed class DqRule
{
    internal DqRule()
    {
    }

    /// <summary>Gets the id, <c>DQ</c> and three digits. Never reused.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Gets the rule's name in one word.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Gets the severity its issues have in <see cref="Platform"/>.</summary>
    public DqSeverity Severity { get; internal init; }

    /// <summary>Gets the platform's edition that <see cref="Severity"/> and <see cref="Source"/> speak of, such as <c>1.1</c>.</summary>
    public string Platform { get; internal init; } = DqPlatformName.Of(DqPlatform.Edition11);

    /// <summary>Gets the severity in edition 1.1; null if that edition has no such rule.</summary>
    public DqSeverity? Edition11 => Severities.Edition11;

    /// <summary>Gets the severity in edition 2.3; null if that edition has no such rule.</summary>
    public DqSeverity? Edition23 => Severities.Edition23;

    /// <summary>Gets the severity in edition 3.0; null if that edition has no such rule.</summary>
    public DqSeverity? Edition30 => Severities.Edition30;

    /// <summary>What the severity depends on beside the edition, as a sentence; null if there is nothing.</summary>
    public string? Condition { get; internal init; }

    /// <summary>Gets the level from which on it is checked.</summary>
    public DqLevel Level { get; internal init; }

    /// <summary>What is wrong when it is reported, in one sentence.</summary>
    public string Summary { get; internal init; } = "";

    /// <summary>What to do about it, in one sentence.</summary>
    public string Remedy { get; private set; } = "";

    /// <summary>What to do about it, with the actions that help.</summary>
    internal RemedyText RemedyText
    {
        get;
        init
        {
            field = value;
            Remedy = value.ToString();
        }
    } = "";

    /// <summary>Returns the rule with its remedy in a user's words.</summary>
    /// <param name="wording">Words the actions.</param>
    public DqRule Worded(RemedyWording wording)
    {
        DqRule worded = (DqRule)MemberwiseClone();
        worded.Remedy = RemedyText.ToString(wording);
        return worded;
    }

    /// <summary>Where the rule comes from: a chapter of the platform's guide, its FAQ, or this project.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Gets a value that indicates whether the rule is one that a repair can mend.</summary>
    public bool Repairable { get; internal init; }

    /// <summary>Gets the rule's page in the documentation, relative to the project's root.</summary>
    public string HelpUri => $"docs/rules/{Id}.md";

    /// <summary>Gets the severity in each edition; the gravest where it depends on more.</summary>
    internal EditionSeverities Severities { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}
