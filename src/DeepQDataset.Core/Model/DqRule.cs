namespace DeepQDataset;

/// <summary>Represents one rule of the catalogue.</summary>
public sealed class DqRule
{
    internal DqRule()
    {
    }

    /// <summary>Gets the id, <c>DQ</c> and three digits, which is never reused.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Gets the name of the rule in one word.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Gets the severity of its issues in <see cref="Platform"/>.</summary>
    public DqSeverity Severity { get; internal init; }

    /// <summary>Gets the edition of the platform for <see cref="Severity"/> and <see cref="Source"/>, such as <c>1.1</c>.</summary>
    public string Platform { get; internal init; } = DqPlatformName.Of(DqPlatform.Edition11);

    /// <summary>Gets the severity in edition 1.1; null if the rule does not exist in that edition.</summary>
    public DqSeverity? Edition11 => Severities.Edition11;

    /// <summary>Gets the severity in edition 2.3; null if the rule does not exist in that edition.</summary>
    public DqSeverity? Edition23 => Severities.Edition23;

    /// <summary>Gets the severity in edition 3.0; null if the rule does not exist in that edition.</summary>
    public DqSeverity? Edition30 => Severities.Edition30;

    /// <summary>Gets the condition, beside the edition, that the severity depends on, as a sentence; null if there is none.</summary>
    public string? Condition { get; internal init; }

    /// <summary>Gets the lowest level at which the rule is checked.</summary>
    public DqLevel Level { get; internal init; }

    /// <summary>Gets the problem that the rule reports, in one sentence.</summary>
    public string Summary { get; internal init; } = "";

    /// <summary>Gets the remedy, in one sentence.</summary>
    public string Remedy { get; private set; } = "";

    /// <summary>Gets the remedy with its actions.</summary>
    internal RemedyText RemedyText
    {
        get;
        init
        {
            field = value;
            Remedy = value.ToString();
        }
    } = "";

    /// <summary>Returns the rule with its remedy in the words of a program.</summary>
    /// <param name="wording">Words the actions.</param>
    public DqRule Worded(RemedyWording wording)
    {
        DqRule worded = (DqRule)MemberwiseClone();
        worded.Remedy = RemedyText.ToString(wording);
        return worded;
    }

    /// <summary>Gets the source of the rule: a chapter of the platform's guide, its FAQ, or this project.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Gets a value that indicates whether a repair can fix violations of the rule.</summary>
    public bool Repairable { get; internal init; }

    /// <summary>Gets the path of the rule's page in the documentation, relative to the root of the project.</summary>
    public string HelpUri => $"docs/rules/{Id}.md";

    /// <summary>Gets the severity in each edition; the highest one if it depends on more.</summary>
    internal EditionSeverities Severities { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}
