using System.Collections;
using System.Management.Automation.Language;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands.Binding;

/// <summary>Reads a settings file, which is a PowerShell data file with one table. It is parsed and never run.</summary>
internal static class SettingsFile
{
    private const long MaximumBytes = 1 << 20;

    /// <summary>Reads the settings of a file.</summary>
    /// <param name="fullPath">The rooted path.</param>
    /// <exception cref="DatasetException">The file is not a data file, or contains invalid settings.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static ValidationSettings Read(string fullPath)
    {
        if (new FileInfo(fullPath).Length > MaximumBytes)
        {
            throw SettingsReader.Invalid(fullPath, "the file is larger than 1 MiB");
        }

        ScriptBlockAst script = Parser.ParseFile(fullPath, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw SettingsReader.Invalid(fullPath, $"{Place(errors[0].Extent)}: {errors[0].Message.TrimEnd('.')}");
        }

        if (Table(script) is not HashtableAst table)
        {
            throw SettingsReader.Invalid(fullPath, "the file must hold one table, @{ … }, and nothing else");
        }

        try
        {
            return SettingsReader.Read((IDictionary)table.SafeGetValue(), fullPath);
        }
        catch (InvalidOperationException)
        {
            IScriptExtent place = (table.Find(IsCode, searchNestedScriptBlocks: false) ?? table).Extent;
            throw SettingsReader.Invalid(fullPath, $"{Place(place)}: '{place.Text}' is code, which is not run");
        }
    }

    private static HashtableAst? Table(ScriptBlockAst script) =>
        script is { ParamBlock: null, DynamicParamBlock: null, BeginBlock: null, ProcessBlock: null, UsingStatements.Count: 0 }
            && script.EndBlock?.Statements is [PipelineAst pipeline]
            ? pipeline.GetPureExpression() as HashtableAst
            : null;

    private static string Place(IScriptExtent extent) =>
        FormattableString.Invariant($"line {extent.StartLineNumber}, column {extent.StartColumnNumber}");

    private static bool IsCode(Ast part) => part
        is CommandAst or MemberExpressionAst or SubExpressionAst or ScriptBlockExpressionAst or TypeExpressionAst or ConvertExpressionAst
        or BinaryExpressionAst or UnaryExpressionAst or IndexExpressionAst or ExpandableStringExpressionAst or VariableExpressionAst;
}
