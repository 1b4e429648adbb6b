using DeepQDataset.Building.Planning;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Export;

/// <summary>Names images where they lie, for annotations that refer to them without a copy.</summary>
internal static class ExportNames
{
    /// <summary>
    /// The path of each image below the folder that they all lie in; where there is none, as for images in several zips, the names that the
    /// labels give them, made unique.
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
