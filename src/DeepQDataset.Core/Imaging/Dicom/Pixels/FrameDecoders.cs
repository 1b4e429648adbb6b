namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Provides the decoders of compressed frames by transfer syntax. Each is created on first use. Not safe for use by several threads.
/// </summary>
internal sealed class FrameDecoders : IDisposable
{
    private readonly Dictionary<Type, IFrameDecoder> _made = [];

    /// <summary>Returns the decoder of a transfer syntax; null if there is none.</summary>
    /// <param name="uid">The UID of the transfer syntax.</param>
    public IFrameDecoder? Find(string? uid) => uid switch
    {
        TransferSyntax.RunLengthUid => Get<RunLengthDecoder>(),
        TransferSyntax.JpegBaselineUid or TransferSyntax.JpegExtendedUid or TransferSyntax.JpegLosslessUid
            or TransferSyntax.JpegLosslessFirstOrderUid => Get<JpegDecoding>(),
        TransferSyntax.JpegLsLosslessUid or TransferSyntax.JpegLsNearLosslessUid => Get<JpegLsFrameDecoder>(),
        TransferSyntax.DeflatedFrameUid => Get<DeflatedFrameDecoder>(),
        _ => null,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IFrameDecoder decoder in _made.Values)
        {
            (decoder as IDisposable)?.Dispose();
        }
    }

    private TDecoder Get<TDecoder>()
        where TDecoder : IFrameDecoder, new()
    {
        if (!_made.TryGetValue(typeof(TDecoder), out IFrameDecoder? decoder))
        {
            decoder = new TDecoder();
            _made.Add(typeof(TDecoder), decoder);
        }

        return (TDecoder)decoder;
    }
}
