using DeepQDataset.TestKit;

namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>Runs <c>dq</c> as users do, in a separate process.</summary>
internal static class HostProcess
{
    /// <summary>Runs <c>dq</c> and waits for its end.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="arguments">Its arguments, each as one word.</param>
    public static HostOutput Run(string folder, params string[] arguments) => Run(folder, ExternalProgram.Patience, arguments);

    /// <summary>Runs <c>dq</c> and waits for its end, up to a maximum time.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="patience">The maximum time.</param>
    /// <param name="arguments">Its arguments, each as one word.</param>
    public static HostOutput Run(string folder, TimeSpan patience, params string[] arguments)
    {
        using ExternalProgram program = Start(folder, arguments);
        ProgramOutput run = program.WaitForExit(patience);
        return new HostOutput(run.ExitCode, Lines(run.Output), Lines(run.Error));
    }

    /// <summary>Starts it.</summary>
    public static ExternalProgram Start(string folder, params string[] arguments) =>
        ExternalProgram.TryStart(folder, "dotnet", [BuildOutput.Host, .. arguments])
        ?? throw new InvalidOperationException("'dotnet' is not in the search path.");

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
}
