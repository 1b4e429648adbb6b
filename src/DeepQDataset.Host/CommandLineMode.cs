namespace DeepQDataset.Host;

/// <summary>The forms in which <c>dq</c> is called.</summary>
internal enum CommandLineMode
{
    /// <summary>One command with literal arguments.</summary>
    Command,

    /// <summary>The text of a script.</summary>
    Script,

    /// <summary>A script file with literal arguments.</summary>
    File,

    /// <summary>How to call it.</summary>
    Help,

    /// <summary>Which version it is.</summary>
    Version,

    /// <summary>None of these.</summary>
    Invalid,
}
