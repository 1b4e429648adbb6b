using System.Collections;
using System.Management.Automation;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Takes labels as they are, and as what serialization leaves of them. Nothing else becomes a label, so that the engine goes on to bind a
/// row of a user's table by the names of its columns instead of converting it by rules that take <c>1,5</c> for 15.
/// </summary>
/// <param name="commandType">The type of the command whose parameter it is.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class LabelObjectAttribute(Type commandType) : ArgumentTransformationAttribute
{
    private readonly string[] _names = LabelColumns.NamesOf(commandType);

    /// <summary>Gets the type of the command whose parameter it is.</summary>
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

    /// <summary>Returns an invalid cast makes the engine try the other parameters that take pipeline input.</summary>
    private static ArgumentTransformationMetadataException NoLabel(object? item)
    {
        string message = $"'{item}' is not a label.";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }

    /// <summary>
    /// Represents a row of a table, which the engine converts to no label. It says the same as an exception, and costs a row less.
    /// </summary>
    private sealed class Row(PSObject row)
    {
        public override string ToString() => row.ToString();
    }
}
