using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.MaskImages;

/// <summary>Determines the image and class of a mask by its name.</summary>
/// <param name="images">Finds images.</param>
internal sealed class MaskImageNames(ImageLocator images)
{
    private static readonly char[] Separators = ['_', '-', '.'];

    /// <summary>Determines the form of masks by their names.</summary>
    public MaskImageForm FormOf(IReadOnlyList<SourceEntry> masks)
    {
        HashSet<string> stems = new(StringComparer.OrdinalIgnoreCase);
        bool isRepeated = false;
        bool isAnyImage = false;
        foreach (SourceEntry mask in masks)
        {
            string stem = EntryPath.Stem(mask.Path);
            isRepeated |= !stems.Add(stem) && EntryPath.Folder(mask.Path).Length > 0;
            isAnyImage |= IsImage(stem, mask);
        }

        return !isAnyImage ? MaskImageForm.Suffixes : isRepeated ? MaskImageForm.Folders : MaskImageForm.Values;
    }

    /// <summary>Parses the name of a mask.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="form">The form of the masks.</param>
    /// <returns>
    /// The name of the image, and the class, which is null for <see cref="MaskImageForm.Values"/>; null if the name has no image or class.
    /// The longest matching image is used.
    /// </returns>
    public (string Image, string? Class)? Parse(SourceEntry mask, MaskImageForm form)
    {
        string stem = EntryPath.Stem(mask.Path);
        if (form != MaskImageForm.Suffixes)
        {
            string folder = EntryPath.FileName(EntryPath.Folder(mask.Path));
            return !IsImage(stem, mask) ? null
                : form == MaskImageForm.Values ? (stem, null)
                : folder.Length == 0 ? null
                : (stem, folder);
        }

        for (int end = stem.LastIndexOfAny(Separators); end > 0; end = stem.LastIndexOfAny(Separators, end - 1))
        {
            string name = stem[(end + 1)..].Trim();
            if (name.Length > 0 && IsImage(stem[..end], mask))
            {
                return (stem[..end], name);
            }
        }

        return null;
    }

    private bool IsImage(string stem, SourceEntry mask) => images.Find(stem, EntryPath.Folder(mask.Path)).Candidates > 0;
}
