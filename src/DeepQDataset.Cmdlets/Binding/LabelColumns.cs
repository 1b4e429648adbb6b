using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Creates labels from the rows of a user's own table. The columns are the parameters of a parameter set that bind by property name; each
/// sets the property of <see cref="DqLabel"/> with its name. Values are text and are parsed strictly: empty is null, the decimal separator
/// is a point, and nothing is guessed.
/// </summary>
/// <param name="commandType">The type of the command.</param>
/// <param name="parameterSet">The parameter set to which rows bind.</param>
internal sealed class LabelColumns(Type commandType, string parameterSet)
{
    private readonly (PropertyInfo Parameter, PropertyInfo Property)[] _columns = ByName(commandType)
        .Where(parameter => parameter.GetCustomAttributes<ParameterAttribute>().Any(
            attribute => string.Equals(attribute.ParameterSetName, parameterSet, StringComparison.Ordinal)))
        .Select(parameter => (parameter, typeof(DqLabel).GetProperty(parameter.Name)!))
        .ToArray();

    /// <summary>Returns all names by which properties of objects bind to a command.</summary>
    public static string[] NamesOf(Type commandType) => ByName(commandType)
        .SelectMany(parameter => parameter.GetCustomAttribute<AliasAttribute>()?.AliasNames.Append(parameter.Name) ?? [parameter.Name])
        .ToArray();

    /// <summary>Creates a label from the row that is bound to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="image">The image of the row, for messages.</param>
    /// <param name="number">The 1-based number of the row in the pipeline, for messages.</param>
    /// <exception cref="DatasetException">A value does not have the type of its property.</exception>
    public DqLabel Read(PSCmdlet command, string image, long number)
    {
        DqLabel label = new();
        foreach ((PropertyInfo parameter, PropertyInfo property) in _columns)
        {
            if (parameter.GetValue(command) is string { Length: > 0 } text)
            {
                property.SetValue(label, Parse(text, property) ?? throw Invalid(text, property, image, number));
            }
        }

        return label;
    }

    private static IEnumerable<PropertyInfo> ByName(Type commandType) =>
        commandType
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(parameter =>
                parameter.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipelineByPropertyName));

    /// <summary>Parses a value; null if the text is empty.</summary>
    private static object? Parse(string text, PropertyInfo property)
    {
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) ? text
            : type == typeof(int)
                ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) ? whole
                    : null
            : type == typeof(double)
                ? double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null
            : throw new NotSupportedException($"A table cannot give {property.Name}, a {type.Name}.");
    }

    private static DatasetException Invalid(string text, PropertyInfo property, string image, long number) => new(
        "InvalidLabelValue",
        DatasetErrorKind.InvalidData,
        string.Create(CultureInfo.InvariantCulture, $"Label {number} (image '{image}'): {property.Name} is '{text}', which is no ")
            + (property.PropertyType == typeof(int?) ? "whole number." : "number with a decimal point."),
        image);
}
