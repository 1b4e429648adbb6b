using System.Collections;
using System.Management.Automation;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Refuses objects that are not paths instead of using their text as one: a row of a table, an issue, a label. Objects with a path have a
/// property PSPath or FullName.
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
                // An invalid cast makes the engine try the other parameters for pipeline input; any other exception ends the binding.
                string message = $"An object of type {value.GetType().Name} is not a path.";
                throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
            }
        }

        return inputData;
    }
}
