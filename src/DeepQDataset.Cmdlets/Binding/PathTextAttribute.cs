using System.Collections;
using System.Management.Automation;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Keeps objects that are no paths from being taken for one by their text: a row of a table, an issue, a label. Objects with a path name it
/// by a property PSPath or FullName.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PathTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        IEnumerable items = plain is IEnumerable many and not string ? many : new[] { inputData };
        foreach (object? item in items)
        {
            object? value = item is PSObject inner ? inner.BaseObject : item;
            if (value is not null and not string and not FileSystemInfo and not IConvertible and not PathInfo)
            {
                // An invalid cast makes the engine try the other parameters that take pipeline input; any other failure ends the binding.
                string message = $"An object of type {value.GetType().Name} is no path.";
                throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
            }
        }

        return inputData;
    }
}
