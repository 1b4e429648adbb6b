using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>Sorts entries into their places in a layout.</summary>
/// <param name="location">The location of the layout.</param>
internal sealed class EntrySorter(LayoutLocation location)
{
    private readonly LayoutMap _map = new(location.EnclosingFolder!);
    private readonly FolderContent _image = new();
    private readonly FolderContent _classes = new();
    private readonly List<SourceEntry> _labelMeImages = [];
    private readonly List<SourceEntry> _labelMeFiles = [];
    private readonly List<SourceEntry> _stray = [];
    private readonly List<SourceEntry> _system = [];
    private readonly List<SourceEntry> _dicomDirectories = [];
    private readonly Dictionary<string, int> _systemFolders = new(StringComparer.Ordinal);
    private readonly LabelFileChoice _labelFile = new();

    /// <summary>Sorts all entries and creates the inventory.</summary>
    /// <param name="entries">The entries in ordinal order of their paths.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public DatasetInventory Sort(IReadOnlyList<SourceEntry> entries, CancellationToken cancellation)
    {
        string previous = "";
        int folderLength = -1;
        FolderPlace place = FolderPlace.Outside;
        for (int index = 0; index < entries.Count; index++)
        {
            if (index % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            SourceEntry entry = entries[index];
            if (index > 0 && string.Equals(entry.Path, previous, StringComparison.Ordinal))
            {
                continue; // A zip may contain a path twice (DQ706); the first one counts.
            }

            int length = entry.IsFolder ? entry.Path.Length : Math.Max(0, entry.Path.LastIndexOf('/'));
            if (length != folderLength
                || !previous.AsSpan(0, Math.Min(length, previous.Length)).SequenceEqual(entry.Path.AsSpan(0, length)))
            {
                place = _map.PlaceOf(entry.Path.AsSpan(0, length));
                folderLength = length;
            }

            previous = entry.Path;
            if (!entry.IsFolder)
            {
                Add(entry, place);
            }
            else if (place.SystemFolder is not null)
            {
                _systemFolders.TryAdd(place.SystemFolder, 0);
            }
        }

        return Sum();
    }

    private void Add(SourceEntry entry, FolderPlace place)
    {
        ReadOnlySpan<char> name = entry.Path.AsSpan(entry.Path.LastIndexOf('/') + 1);
        if (place.SystemFolder is not null)
        {
            _system.Add(entry);
            _systemFolders[place.SystemFolder] = _systemFolders.GetValueOrDefault(place.SystemFolder) + 1;
        }
        else if (SystemFileNames.IsFile(name))
        {
            _system.Add(entry);
        }
        else if (place.Folder is not null)
        {
            AddInside(entry, name, place, place.Folder);
        }
        else if (ImageFileNames.IsDicomDirectory(name))
        {
            _dicomDirectories.Add(entry);
        }
        else if (place.IsRoot && !AddAtRoot(entry, name))
        {
            _stray.Add(entry);
        }
        else if (!place.IsRoot)
        {
            _stray.Add(entry);
        }
    }

    private void AddInside(SourceEntry entry, ReadOnlySpan<char> name, FolderPlace place, LayoutFolder folder)
    {
        if (place.Kind == FixedFolder.Image && FixedNames.IsLabelFile(name))
        {
            _labelFile.Offer(entry, place.Level + 1, FixedNames.LabelFileDistance(name));
            return;
        }

        bool isImage = ImageFileNames.IsCandidate(entry.Path);
        folder.Add(isImage);
        FolderContent content = place.Kind == FixedFolder.Image ? _image : _classes;
        if (!isImage)
        {
            content.Stray.Add(entry);
            return;
        }

        int labelNameStart = place.LabelNameStart >= 0 ? place.LabelNameStart : entry.Path.Length - name.Length;
        content.Images.Add(ToImage(entry, entry.Path[labelNameStart..], place));
        content.FlatImages += place.Level == 0 ? 1 : 0;
        content.DeepImages += place.Level >= 2 ? 1 : 0;
    }

    private bool AddAtRoot(SourceEntry entry, ReadOnlySpan<char> name)
    {
        if (FixedNames.IsLabelFile(name) && !location.IsLabelMe)
        {
            _labelFile.Offer(entry, depth: 0, FixedNames.LabelFileDistance(name));
            return true;
        }

        if (!location.IsLabelMe)
        {
            return false;
        }

        if (LabelMeSearch.IsJson(entry.Path))
        {
            _labelMeFiles.Add(entry);
            return true;
        }

        if (ImageFileNames.HasImageExtension(entry.Path))
        {
            _labelMeImages.Add(entry);
            return true;
        }

        return false;
    }

    private DatasetInventory Sum()
    {
        DqLayout layout = Layout();
        bool isClasses = layout == DqLayout.ClassFolders;
        FolderContent content = isClasses ? _classes : _image;
        List<SourceEntry> stray = [.. _stray, .. content.Stray, .. _labelFile.Rejected];
        stray.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        LayoutFolder[] folders = _map.Folders.Where(folder => folder.Parent is null || IsIn(folder, isClasses)).ToArray();
        Array.Sort(folders, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        IReadOnlyList<ImageEntry> images = content.Images;
        if (layout == DqLayout.LabelMe)
        {
            images = _labelMeImages.ConvertAll(static entry => ToImage(entry, EntryPath.FileName(entry.Path), FolderPlace.Root));
        }

        return new DatasetInventory
        {
            Layout = layout,
            EnclosingFolder = location.EnclosingFolder!,
            Images = images,
            LabelFile = isClasses ? null : _labelFile.Chosen,
            SurplusLabelFile = isClasses ? _labelFile.Chosen : null,
            ClassFolders = Names(folders, LayoutFolderRole.Class),
            LabelMeFiles = _labelMeFiles,
            StrayFiles = stray,
            SystemFiles = _system,
            SystemFolders = _systemFolders
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new SystemFolder(pair.Key, pair.Value))
                .ToArray(),
            DicomDirectories = _dicomDirectories,
            Folders = folders,
            StudyCount =
                layout == DqLayout.Studies ? folders.Count(folder => folder.Role == LayoutFolderRole.Study && folder.AllImages > 0) : 0,
            SeriesCount =
                layout == DqLayout.Studies ? folders.Count(folder => folder.Role == LayoutFolderRole.Series && folder.AllImages > 0) : 0,
        };
    }

    /// <summary>Chooses one layout. If several are mixed (DQ105), chooses the one of label.csv, or else the one of most images.</summary>
    private DqLayout Layout()
    {
        if (location.IsLabelMe)
        {
            return DqLayout.LabelMe;
        }

        bool hasImageFolder = _map.Folders.Any(static folder => folder.Role == LayoutFolderRole.Image);
        bool hasClasses = _map.Folders.Any(static folder => folder.Role == LayoutFolderRole.Classes);
        bool isLabelled = _labelFile.Chosen is not null;
        if (hasClasses && (!hasImageFolder || _image.Images.Count == 0 || (!isLabelled && _classes.Images.Count > _image.Images.Count)))
        {
            return DqLayout.ClassFolders;
        }

        return _image.DeepImages > 0 && _image.Images.Count - _image.FlatImages >= _image.FlatImages ? DqLayout.Studies
            : isLabelled ? DqLayout.Labelled
            : DqLayout.ImageOnly;
    }

    private static bool IsIn(LayoutFolder folder, bool isClasses)
    {
        LayoutFolder top = folder;
        while (top.Parent is not null)
        {
            top = top.Parent;
        }

        return (top.Role == LayoutFolderRole.Classes) == isClasses;
    }

    private static string[] Names(LayoutFolder[] folders, LayoutFolderRole role)
    {
        string[] names = folders
            .Where(folder => folder.Role == role)
            .Select(folder => folder.Name)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private static ImageEntry ToImage(SourceEntry entry, string labelName, FolderPlace place) => new()
    {
        Entry = entry,
        ExpectedFormat = ImageFileNames.FormatOf(entry.Path),
        LabelName = labelName,
        Class = place.Class,
        Study = place.Study,
        Series = place.Series,
    };

    /// <summary>Represents the content of <c>image</c> or <c>Classes</c>.</summary>
    private sealed class FolderContent
    {
        public List<ImageEntry> Images { get; } = [];

        public List<SourceEntry> Stray { get; } = [];

        /// <summary>Gets or sets the number of images directly in the prescribed folder.</summary>
        public int FlatImages { get; set; }

        /// <summary>Gets or sets the number of images two or more folders below it.</summary>
        public int DeepImages { get; set; }
    }
}
