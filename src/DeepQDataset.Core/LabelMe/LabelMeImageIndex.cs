using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.LabelMe;

/// <summary>Finds the images of LabelMe JSONs among the files beside them.</summary>
internal sealed class LabelMeImageIndex
{
    private readonly Dictionary<string, int> _names;
    private readonly Dictionary<string, int> _anyCase;
    private readonly Dictionary<string, int> _stems;

    /// <summary>The images by what their names look like: in composed letters, without invisible characters.</summary>
    private readonly Dictionary<string, int> _visible;

    /// <summary>Indexes images.</summary>
    /// <param name="images">The images in the folder of the JSONs.</param>
    public LabelMeImageIndex(IReadOnlyList<ImageEntry> images)
    {
        _names = new Dictionary<string, int>(images.Count, StringComparer.Ordinal);
        _anyCase = new Dictionary<string, int>(images.Count, StringComparer.OrdinalIgnoreCase);
        _stems = new Dictionary<string, int>(images.Count, StringComparer.Ordinal);
        _visible = new Dictionary<string, int>(images.Count, StringComparer.Ordinal);
        for (int index = 0; index < images.Count; index++)
        {
            string name = images[index].FileName;
            _names.TryAdd(name, index);
            string visible = PortableName.VisibleForm(name);
            _anyCase.TryAdd(visible, index);
            _stems.TryAdd(visible[..ImageFileNames.StemLength(visible)], index);
            _visible.TryAdd(visible, index);
        }
    }

    /// <summary>Finds an image.</summary>
    /// <param name="json">The path of the JSON.</param>
    /// <param name="imagePath">The image path in the JSON; null if there is none.</param>
    /// <returns>How the image was found, and its index; −1 for none.</returns>
    public (LabelMeImageMatch Match, int Image) Find(string json, string? imagePath)
    {
        if (imagePath is not null)
        {
            LabelMePath path = LabelMePath.Parse(imagePath);
            string name = path.FileName;
            string visible = PortableName.VisibleForm(name);
            if (_names.TryGetValue(name, out int image) || _visible.TryGetValue(visible, out image))
            {
                return (!path.IsAbsolute && path.Path.Length == name.Length ? LabelMeImageMatch.Path : LabelMeImageMatch.FileName, image);
            }

            if (_anyCase.TryGetValue(visible, out image))
            {
                return (LabelMeImageMatch.FileNameIgnoringCase, image);
            }
        }

        return FindStem(json);
    }

    /// <summary>Finds the image with the name of a JSON.</summary>
    public (LabelMeImageMatch Match, int Image) FindStem(string json) => _stems.TryGetValue(
        PortableName.VisibleForm(EntryPath.Stem(json)), out int image)
        ? (LabelMeImageMatch.Stem, image)
        : (LabelMeImageMatch.None, -1);
}
