using System.Management.Automation;
using System.Reflection;

namespace DeepQDataset.Loader;

/// <summary>
/// Converts the property bags of remoting, jobs and Import-Clixml back into their original objects. The types file refers to this class,
/// and the engine needs it before the module's script runs, so it is here and delegates to the assembly with the commands.
/// </summary>
public sealed class RehydratingConverter : PSTypeConverter
{
    private static readonly Lazy<Func<PSObject, Type?, object?>> Restore = new(() => ModuleLoadContext.Commands
        .GetType("DeepQDataset.Commands.Output.Rehydration", throwOnError: true)!
        .GetMethod("Restore", BindingFlags.Public | BindingFlags.Static, [typeof(PSObject), typeof(Type)])!
        .CreateDelegate<Func<PSObject, Type?, object?>>());

    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(sourceValue);
        return sourceValue.TypeNames.Any(name => name.StartsWith("Deserialized.DeepQDataset.", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override object? ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        Type? target = destinationType == typeof(RehydratingConverter) ? null : destinationType;
        return Restore.Value(sourceValue, target) ?? throw new PSInvalidCastException("The deserialized object is none of this module's.");
    }

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject bag && CanConvertFrom(bag, destinationType);

    /// <inheritdoc/>
    public override object? ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        sourceValue is PSObject bag ? ConvertFrom(bag, destinationType, formatProvider, ignoreCase) : throw new PSInvalidCastException();

    /// <inheritdoc/>
    public override bool CanConvertTo(PSObject sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();
}
