using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace DeepQDataset.Commands.Binding;

/// <summary>Accepts a window as a PowerShell list: <c>-Window 40,400</c> is two numbers.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class WindowTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (plain is string or not IEnumerable)
        {
            return inputData;
        }

        List<string?> parts = [];
        foreach (object? item in (IEnumerable)plain)
        {
            parts.Add(Convert.ToString(item is PSObject inner ? inner.BaseObject : item, CultureInfo.InvariantCulture));
        }

        return string.Join(',', parts);
    }
}
