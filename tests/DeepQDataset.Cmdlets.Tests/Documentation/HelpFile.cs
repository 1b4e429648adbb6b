using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>Makes the help file (MAML) of the commands out of their attributes and doc comments.</summary>
/// <param name="comments">The doc comments.</param>
internal sealed class HelpFile(DocComments comments)
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Schema = "http://msh";

    /// <summary>Returns the help file's text.</summary>
    public string Build(IEnumerable<CmdletInfo> cmdlets)
    {
        XElement root = new(
            Schema + "helpItems",
            new XAttribute("schema", "maml"),
            cmdlets.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal).Select(Help));
        StringBuilder text = new();
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (XmlWriter writer = XmlWriter.Create(text, settings))
        {
            root.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Made from the commands' attributes and doc comments by the "
            + $"tests; see CONTRIBUTING.md. -->\n{text}\n";
    }

    private XElement Help(CmdletInfo cmdlet)
    {
        Type type = cmdlet.ImplementingType;
        string remarks = comments.Remarks(type);
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun),
                new XElement(Maml + "description", Paragraph(comments.Summary(type)))),
            new XElement(Maml + "description", Paragraph(comments.Summary(type)), remarks.Length > 0 ? Paragraph(remarks) : null),
            new XElement(
                Command + "syntax", cmdlet.ParameterSets.OrderByDescending(set => set.IsDefault).Select(set => Syntax(cmdlet, set))),
            new XElement(Command + "parameters", Parameters(cmdlet)),
            new XElement(
                Command + "returnValues",
                cmdlet.OutputType.Select(output => new XElement(
                    Command + "returnValue", new XElement(Dev + "type", new XElement(Maml + "name", output.Name))))),
            new XElement(Command + "examples", comments.Examples(type).Select(Example)));
    }

    private XElement Syntax(CmdletInfo cmdlet, CommandParameterSetInfo set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        set.Parameters
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .ThenByDescending(parameter => parameter.IsMandatory)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => Parameter(cmdlet, parameter)));

    private IEnumerable<XElement> Parameters(CmdletInfo cmdlet) => cmdlet.ParameterSets
        .OrderByDescending(set => set.IsDefault)
        .SelectMany(set => set.Parameters)
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .DistinctBy(parameter => parameter.Name, StringComparer.Ordinal)
        .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Select(parameter => Parameter(cmdlet, parameter));

    private XElement Parameter(CmdletInfo cmdlet, CommandParameterInfo parameter)
    {
        bool isSwitch = parameter.ParameterType == typeof(SwitchParameter);
        return new XElement(
            Command + "parameter",
            new XAttribute("required", Flag(parameter.IsMandatory)),
            new XAttribute("variableLength", Flag(parameter.ParameterType.IsArray)),
            new XAttribute("globbing", Flag(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any())),
            new XAttribute("pipelineInput", PipelineInput(parameter)),
            new XAttribute("position", parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paragraph(Description(cmdlet, parameter))),
            isSwitch
                ? null
                : new XElement(Command + "parameterValue", new XAttribute("required", "true"), TypeName(parameter.ParameterType)),
            new XElement(Dev + "type", new XElement(Maml + "name", TypeName(parameter.ParameterType))),
            Values(parameter.ParameterType));
    }

    private string Description(CmdletInfo cmdlet, CommandParameterInfo parameter) => parameter.Name switch
    {
        "WhatIf" => "Says what would be done, and does nothing.",
        "Confirm" => "Asks before it does anything.",
        _ => comments.Summary(cmdlet.ImplementingType, parameter.Name),
    };

    private static XElement Example((string Code, string Remark) example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"Example {index + 1}"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Paragraph(example.Remark), Paragraph("")));

    private static XElement? Values(Type type) =>
        type.IsEnum
            ? new XElement(
                Command + "parameterValueGroup",
                Enum.GetNames(type).Select(name => new XElement(Command + "parameterValue", new XAttribute("required", "false"), name)))
            : null;

    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is Type inner ? TypeName(inner) : type.Name switch
    {
        "String" => "string",
        "String[]" => "string[]",
        "Int32" => "int",
        "Int64" => "long",
        "Double" => "double",
        string name => name,
    };

    private static string PipelineInput(CommandParameterInfo parameter)
    {
        string[] ways =
        [
            .. parameter.ValueFromPipeline ? ["ByValue"] : Array.Empty<string>(),
            .. parameter.ValueFromPipelineByPropertyName ? ["ByPropertyName"] : Array.Empty<string>(),
        ];
        return ways.Length == 0 ? "false" : $"true ({string.Join(", ", ways)})";
    }

    private static XElement Paragraph(string text) => new(Maml + "para", text);

    private static string Flag(bool value) => value ? "true" : "false";
}
