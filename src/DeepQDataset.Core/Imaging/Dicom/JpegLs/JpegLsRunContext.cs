namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents the statistics of errors at the end of runs (ITU-T T.87 section A.7.2).</summary>
internal struct JpegLsRunContext
{
    private int _type;
    private uint _sum;
    private int _count;
    private int _negatives;

    /// <summary>Gets k: the order of the next error's code.</summary>
    public readonly int Order => JpegLsContext.OrderOf(_sum + (uint)(_type * (_count >> 1)), _count);

    /// <summary>Initializes the statistics.</summary>
    /// <param name="coding">The coding parameters.</param>
    /// <param name="type">RItype: 1 if the previous sample is like the one above; otherwise 0.</param>
    public void Start(in JpegLsCoding coding, int type) =>
        this = new JpegLsRunContext { _type = type, _sum = (uint)coding.InitialSum, _count = 1 };

    /// <summary>Updates the statistics with an error.</summary>
    /// <param name="mapped">The coded error, mapped to a number from 0.</param>
    /// <param name="reset">The count at which the statistics are halved.</param>
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
