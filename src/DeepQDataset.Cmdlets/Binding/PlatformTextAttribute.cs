using System.Globalization;
using System.Management.Automation;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Accepts the name of an edition of the platform, which scripts may write as a number: <c>-Platform 3.0</c> in a table is 3.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PlatformTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string? text = plain as string ?? Convert.ToString(plain, CultureInfo.InvariantCulture);
        return DqPlatformName.TryParse(text, out DqPlatform platform)
            ? DqPlatformName.Of(platform)
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is not an edition of the platform; allowed: {string.Join(", ", DqPlatformName.All)}.");
    }
}
