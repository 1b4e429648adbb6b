using System.Management.Automation;

namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>Reads the properties of objects whose types are in the module's own load context.</summary>
internal static class ObjectExtensions
{
    /// <summary>Returns a property's value.</summary>
    public static object? Value(this PSObject item, string property) =>
        (item.Properties[property] ?? throw new InvalidOperationException($"{item} has no property {property}.")).Value;

    /// <summary>Returns a property's value as text.</summary>
    public static string? Text(this PSObject item, string property) => item.Value(property)?.ToString();
}
