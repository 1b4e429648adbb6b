using System.Collections;
using System.Management.Automation;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Accepts labels and deserialized labels. Nothing else is converted to a label, so that the engine binds rows of a user's table by column
/// name instead of converting them, which would read <c>1,5</c> as 15.
/// </summary>
/// <param name="commandType">The type of the command with the parameter.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class LabelObjectAttribute(Type commandType) : ArgumentTransformationAttribute
{
    private readonly string[] _names = LabelColumns.NamesOf(commandType);

    /// <summary>Gets the type of the command with the parameter.</summary>
    public Type CommandType => commandType;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (plain is PSCustomObject && ToLabel(inputData) is null)
        {
            PSObject row = (PSObject)inputData!;
            return Array.Exists(_names, name => row.Properties[name] is not null)
                ? new Row(row)
                : throw new ArgumentTransformationMetadataException(
                    $"The row '{row}' has no column Image; say by -Image {{ $_.Column }} which of its columns names the image.");
        }

        object?[] items = plain is IEnumerable many and not string and not IDictionary ? many.Cast<object?>().ToArray() : [inputData];
        return Array.ConvertAll(items, item => ToLabel(item) ?? throw NoLabel(item));
    }

    private static DqLabel? ToLabel(object? item) => item is PSObject wrapped
        ? wrapped.BaseObject as DqLabel ?? Rehydration.Restore(wrapped, typeof(DqLabel)) as DqLabel
        : item as DqLabel;

    /// <summary>
    /// Creates the exception for an object that is not a label. An invalid cast makes the engine try the other parameters for pipeline
    /// input.
    /// </summary>
    private static ArgumentTransformationMetadataException NoLabel(object? item)
    {
        string message = $"'{item}' is not a label.";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }

    /// <summary>
    /// Represents a row of a table, which the engine cannot convert to a label. This has the effect of an exception at a lower cost for
    /// each row.
    /// </summary>
    private sealed class Row(PSObject row)
    {
        public override string ToString() => row.ToString();
    }
}
