using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>The doc comments of the commands' assembly, as the compiler writes them beside it.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members;

    /// <summary>Reads the file.</summary>
    public DocComments(string path) => _members = XDocument.Load(path)
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>What a type is for.</summary>
    public string Summary(Type type) => Text(Member($"T:{type.FullName}").Element("summary"));

    /// <summary>What else is to be said of a type; empty if nothing.</summary>
    public string Remarks(Type type) => Text(Member($"T:{type.FullName}").Element("remarks"));

    /// <summary>Returns a type's examples: code, and what it does.</summary>
    public IEnumerable<(string Code, string Remark)> Examples(Type type) =>
        Member($"T:{type.FullName}").Elements("example").Select(example => (Text(example.Element("code")), Text(example.Element("para"))));

    /// <summary>What a property is for, wherever in the hierarchy it is declared.</summary>
    public string Summary(Type type, string property)
    {
        Type declaring = type.GetProperty(property)!.DeclaringType!;
        return Text(Member($"P:{declaring.FullName}.{property}").Element("summary"));
    }

    private XElement Member(string name) =>
        _members.TryGetValue(name, out XElement? member) ? member : throw new InvalidOperationException($"{name} has no doc comment.");

    private static string Text(XElement? element) => element is null ? "" : White.Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex White { get; }
}
