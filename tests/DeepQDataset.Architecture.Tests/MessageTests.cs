using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>Tests the texts in Core.</summary>
public sealed partial class MessageTests
{
    /// <summary>What copies of DICOM files name as the program that made them.</summary>
    private const string DeidentificationMethod = "DeepQDataset Protect-DqDicom, PS3.15 Annex E (2026d)";

    /// <summary>Core does not refer to PowerShell: a message contains an action (<c>Remedy.Of</c>), which Cmdlets words.</summary>
    [Fact]
    public void No_text_in_Core_names_a_command_or_a_parameter()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(SourceProject.Find("DeepQDataset.Core").Assembly);
        Faults.AssertNone(
            from type in module.GetTypes()
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.OpCode == OpCodes.Ldstr
            let text = (string)instruction.Operand
            where NamesCommand(text) && text != DeidentificationMethod
            select $"{type.FullName}.{method.Name}: \"{text}\"");
    }

    [Theory]
    [InlineData("let Repair-DqDataset do it", true)]
    [InlineData("' exists already; -Force replaces it.", true)]
    [InlineData("leave -Link out", true)]
    [InlineData("(-IncludeCrowd takes it)", true)]
    [InlineData("by Where-Object SourcePath", true)]
    [InlineData("Study-Series", false)]
    [InlineData("from -1 to PS3.15-A", false)]
    [InlineData("IHE-XDS", false)]
    [InlineData("-NaN", false)]
    public void A_command_and_a_parameter_are_known(string text, bool expected) => Assert.Equal(expected, NamesCommand(text));

    private static bool NamesCommand(string text) => Command.IsMatch(text);

    /// <summary>Gets a parameter, a command of this module, or one of the engine's.</summary>
    [GeneratedRegex(@"(?<=[\s(]|^)-(?!NaN)[A-Z][a-z]+|-Dq[A-Z]|\b(?:Get|Set|Where|Sort|Select|Group|ForEach|Out|Import|Export)-[A-Z][a-z]+",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command { get; }
}
