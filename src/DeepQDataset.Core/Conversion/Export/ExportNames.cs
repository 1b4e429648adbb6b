using DeepQDataset.Building.Planning;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Export;

/// <summary>Names images at their existing location, for annotations without copies.</summary>
internal static class ExportNames
{
    /// <summary>
    /// Returns the path of each image relative to their common folder. If there is none, as for images in several zips, returns the names
    /// of the labels, made unique.
    /// </summary>
    public static string[] InPlace(IReadOnlyList<ResolvedImage> images)
    {
        string[] locations = images.Select(static image => image.Content.Location.Replace('\\', '/')).ToArray();
        string common = EntryPath.Folder(locations[0]);
        foreach (string location in locations)
        {
            while (common.Length > 0 && !location.StartsWith(common + "/", StringComparison.Ordinal))
            {
                common = EntryPath.Folder(common);
            }
        }

        string[] names = Array.ConvertAll(locations, location => common.Length == 0 ? location : location[(common.Length + 1)..]);
        return common.Length == 0 || Array.Exists(names, static name => name.Contains(": ", StringComparison.Ordinal))
            ? ImageNamer.MakeUnique(images.Select(NameOf).ToArray(), static _ => true, prefixLength: 0)
            : names;
    }

    private static string NameOf(ResolvedImage image) => ImageExtension.FormatOf(image.Name) != DqImageFormat.Unknown ? image.Name
        : image.Name + ImageExtension.SpellingOf(image.Format);
}
