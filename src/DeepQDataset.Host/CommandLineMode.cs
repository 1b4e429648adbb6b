namespace DeepQDataset.Host;

/// <summary>Specifies the forms in which <c>dq</c> can be called.</summary>
internal enum CommandLineMode
{
    /// <summary>One command with literal arguments.</summary>
    Command,

    /// <summary>The text of a script.</summary>
    Script,

    /// <summary>A script file with literal arguments.</summary>
    File,

    /// <summary>The help page.</summary>
    Help,

    /// <summary>The version.</summary>
    Version,

    /// <summary>None of these.</summary>
    Invalid,
}
