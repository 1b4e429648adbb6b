using System.Runtime.InteropServices;

namespace DeepQDataset.Statistics;

/// <summary>
/// Represents a set of images by index: four bytes each, as long as indexes are added in ascending order, which is usual.
/// </summary>
internal sealed class ImageNumbers
{
    private readonly List<int> _numbers = [];
    private bool _isSorted = true;

    /// <summary>Adds an image, unless it is already in the set.</summary>
    public void Add(int image)
    {
        if (_numbers.Count > 0 && image <= _numbers[^1])
        {
            if (image == _numbers[^1])
            {
                return;
            }

            _isSorted = false;
        }

        _numbers.Add(image);
    }

    /// <summary>Returns the distinct images in ascending order.</summary>
    public ReadOnlySpan<int> Distinct()
    {
        if (!_isSorted)
        {
            _numbers.Sort();
            int kept = 0;
            for (int index = 0; index < _numbers.Count; index++)
            {
                if (kept == 0 || _numbers[kept - 1] != _numbers[index])
                {
                    _numbers[kept++] = _numbers[index];
                }
            }

            _numbers.RemoveRange(kept, _numbers.Count - kept);
            _isSorted = true;
        }

        return CollectionsMarshal.AsSpan(_numbers);
    }
}
