using System.Management.Automation;
using System.Net;
using System.Security;

namespace DeepQDataset.Commands.Binding;

/// <summary>Accepts a secret as text or as a SecureString, such as from <c>Read-Host -AsSecureString</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return plain is SecureString secret ? new NetworkCredential("", secret).Password : inputData;
    }
}
