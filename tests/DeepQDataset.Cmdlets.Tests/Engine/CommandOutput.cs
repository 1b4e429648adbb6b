using System.Management.Automation;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>Represents the output of a command line on each stream.</summary>
/// <param name="Output">Objects.</param>
/// <param name="Errors">Error records, non-terminating ones and the one that ended it.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Information">Information.</param>
/// <param name="Verbose">Verbose messages.</param>
internal sealed record CommandOutput(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Information,
    IReadOnlyList<string> Verbose)
{
    /// <summary>Gets the one object, when nothing else was written.</summary>
    public PSObject Single
    {
        get
        {
            Assert.Empty(Errors);
            return Assert.Single(Output);
        }
    }

    /// <summary>Returns a property of each object.</summary>
    public IEnumerable<object?> Values(string property) => Output.Select(item => item.Value(property));

    /// <summary>Gets the objects as text.</summary>
    public IEnumerable<string> Texts => Output.Select(item => LanguagePrimitives.ConvertTo<string>(item) ?? "");

    /// <summary>Gets the errors' ids, without the command's name.</summary>
    public IEnumerable<string> ErrorIds => Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]);
}
