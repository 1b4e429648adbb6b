using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>Finds images by one form of their names. Keys are parts of the names, so that no strings are allocated.</summary>
internal sealed class ImageNameTable
{
    private readonly IReadOnlyList<ImageEntry> _images;
    private readonly ImageNameForm _form;
    private readonly StringComparison _comparison;
    private readonly int[] _buckets;
    private readonly int[] _hashes;
    private readonly int[] _next;
    private readonly int[] _same;

    /// <summary>Builds the table.</summary>
    /// <param name="images">The images.</param>
    /// <param name="form">The form of the names.</param>
    /// <param name="comparison">The comparison: ordinal, with or without case.</param>
    public ImageNameTable(IReadOnlyList<ImageEntry> images, ImageNameForm form, StringComparison comparison)
    {
        _images = images;
        _form = form;
        _comparison = comparison;
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(images.Count, 4))];
        _hashes = new int[images.Count];
        _next = new int[images.Count];
        _same = new int[images.Count];
        for (int image = 0; image < images.Count; image++)
        {
            Add(image);
        }
    }

    /// <summary>Returns the first image with a name; −1 if there is none.</summary>
    public int First(ReadOnlySpan<char> name)
    {
        int hash = string.GetHashCode(name, _comparison);
        for (int entry = _buckets[hash & (_buckets.Length - 1)]; entry != 0; entry = _next[entry - 1])
        {
            if (_hashes[entry - 1] == hash && KeyOf(entry - 1).Equals(name, _comparison))
            {
                return entry - 1;
            }
        }

        return -1;
    }

    /// <summary>Returns the next image with the same name; −1 if there is none.</summary>
    public int Next(int image) => _same[image] - 1;

    /// <summary>Returns the name of an image in a form; empty if it has none in that form.</summary>
    public static ReadOnlySpan<char> KeyOf(ImageEntry image, ImageNameForm form)
    {
        ReadOnlySpan<char> name = image.LabelName;
        if (form is ImageNameForm.File or ImageNameForm.FileStem)
        {
            int slash = name.LastIndexOf('/');
            if (slash < 0)
            {
                return [];
            }

            name = name[(slash + 1)..];
        }

        return form is ImageNameForm.Stem or ImageNameForm.FileStem ? WithoutExtension(name) : name;
    }

    /// <summary>
    /// Returns a name without its extension, which is a letter followed by letters and digits: <c>1.2.840</c> is a UID without an
    /// extension.
    /// </summary>
    public static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> name)
    {
        const int LongestExtension = 5;
        int dot = name.LastIndexOf('.');
        ReadOnlySpan<char> extension = name[(dot + 1)..];
        return dot > 0 && name[dot - 1] != '/' && extension.Length is > 0 and <= LongestExtension && char.IsAsciiLetter(extension[0])
            ? name[..dot]
            : name;
    }

    private ReadOnlySpan<char> KeyOf(int image) => KeyOf(_images[image], _form);

    private void Add(int image)
    {
        ReadOnlySpan<char> key = KeyOf(image);
        if (key.IsEmpty)
        {
            return;
        }

        int first = First(key);
        if (first < 0)
        {
            int hash = string.GetHashCode(key, _comparison);
            ref int bucket = ref _buckets[hash & (_buckets.Length - 1)];
            _hashes[image] = hash;
            _next[image] = bucket;
            bucket = image + 1;
        }
        else if (!_images[first].Path.Equals(_images[image].Path, StringComparison.Ordinal))
        {
            // Two entries with the same path are an error of the archive (DQ706), not two images.
            _same[image] = _same[first];
            _same[first] = image + 1;
        }
    }
}
