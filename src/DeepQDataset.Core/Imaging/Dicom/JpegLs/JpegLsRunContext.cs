namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents what was learned of the errors of samples that end a run (ITU-T T.87 section A.7.2).</summary>
internal struct JpegLsRunContext
{
    private int _type;
    private uint _sum;
    private int _count;
    private int _negatives;

    /// <summary>k: the order of the next error's code.</summary>
    public readonly int Order => JpegLsContext.OrderOf(_sum + (uint)(_type * (_count >> 1)), _count);

    /// <summary>Starts anew.</summary>
    /// <param name="coding">How the scan is coded.</param>
    /// <param name="type">RItype: 1 where the sample before is like the one above, else 0.</param>
    public void Start(in JpegLsCoding coding, int type) =>
        this = new JpegLsRunContext { _type = type, _sum = (uint)coding.InitialSum, _count = 1 };

    /// <summary>Learns from an error.</summary>
    /// <param name="mapped">The error as it was written, mapped to a number from 0.</param>
    /// <param name="reset">The count at which all is halved.</param>
    /// <returns>The error.</returns>
    public int Learn(int mapped, int reset)
    {
        int map = (mapped + _type) & 1;
        int error = (mapped + _type + map) / 2;
        bool isMappedNegative = Order != 0 || 2 * _negatives >= _count;
        if (isMappedNegative == (map == 1))
        {
            error = -error;
        }

        if (error < 0)
        {
            _negatives++;
        }

        _sum += (uint)((mapped + 1 - _type) >> 1);
        if (_count == reset)
        {
            _sum >>= 1;
            _count >>= 1;
            _negatives >>= 1;
        }

        _count++;
        return error;
    }
}
