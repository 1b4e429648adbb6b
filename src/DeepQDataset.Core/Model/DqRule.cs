namespace DeepQDataset;

/// <summary>One row of the rule catalogue.</summary>
public sealed class DqRule
{
    internal DqRule()
    {
    }

    /// <summary>The id, <c>DQ</c> and three digits. Never reused.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The rule's name in one word.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The severity its issues have.</summary>
    public DqSeverity Severity { get; internal init; }

    /// <summary>The level from which on it is checked.</summary>
    public DqLevel Level { get; internal init; }

    /// <summary>What is wrong when it is reported, in one sentence.</summary>
    public string Summary { get; internal init; } = "";

    /// <summary>What to do about it, in one sentence.</summary>
    public string Remedy { get; internal init; } = "";

    /// <summary>Where the rule comes from: a chapter of the platform's guide, its FAQ, or this project.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Whether the rule is one that a repair can mend.</summary>
    public bool Repairable { get; internal init; }

    /// <summary>The rule's page in the documentation, relative to the project's root.</summary>
    public string HelpUri => $"docs/rules/{Id}.md";

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}
