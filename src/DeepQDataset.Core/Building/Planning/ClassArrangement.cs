namespace DeepQDataset.Building.Planning;

/// <summary>
/// Arranges images in class folders, whose names are the labels (guide chapter 2.1). Each image must have exactly one class, and each class
/// must be a valid folder name.
/// </summary>
internal static class ClassArrangement
{
    /// <summary>Returns the class folder of each image file.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="fileOf">The file of each of the labels' images.</param>
    /// <param name="files">The number of files.</param>
    /// <param name="instead">The alternative to class folders, as a clause for the message; null for another arrangement.</param>
    /// <exception cref="DatasetException">
    /// Images have boxes, several classes or none; a class is not a valid folder name; or two classes differ only by case.
    /// </exception>
    public static string[] FoldersOf(
        LabelSet labels, int[] fileOf, int files, RemedyText? instead = null)
    {
        instead ??= $"leave {Remedy.Of(RemedyAction.ArrangeClasses)} out";
        if (labels.Task == DqTask.Detection)
        {
            throw UnfitImages.Refuse(
                "ImageWithBoxes",
                labels
                    .Labels.Where(static label => label.HasBox)
                    .Select(static label => label.Image)
                    .Distinct(StringComparer.Ordinal)
                    .ToArray(),
                "has boxes",
                "have boxes",
                $"Class folders hold no boxes: {instead}.");
        }

        int[] classes = ClassOf(labels, fileOf, files, instead);
        string[] folders = labels.Classes.ToArray();
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (int used in classes.Distinct())
        {
            CheckFolder(folders[used], taken, instead);
        }

        return Array.ConvertAll(classes, number => folders[number]);
    }

    /// <summary>Returns the name of each image in its class folder, unique across all folders (DQ202).</summary>
    public static string[] NamesFor(IReadOnlyList<ResolvedImage> images, string[] folders)
    {
        string[] clean = ImageNaming.CleanNames(images.Select(static image => image.Name).ToArray(), index => images[index].Format);
        int prefixLength = "Classes/".Length + folders.Max(static folder => folder.Length) + 1;
        return ImageNamer.MakeUnique(clean, index => images[index].Name.EndsWith(clean[index], StringComparison.Ordinal), prefixLength);
    }

    private static int[] ClassOf(LabelSet labels, int[] fileOf, int files, RemedyText instead)
    {
        const int None = -1;
        const int Several = -2;
        int[] classes = new int[files];
        Array.Fill(classes, None);
        foreach (LabelReference reference in labels.References)
        {
            if (reference.Class >= 0 && labels.Labels[reference.Label].Value == 1)
            {
                ref int known = ref classes[fileOf[reference.Image]];
                known = known == None || known == reference.Class ? reference.Class : Several;
            }
        }

        Refuse(labels, fileOf, classes, Several, "ImageWithSeveralClasses", "is of several classes", "are of several classes", instead);
        Refuse(labels, fileOf, classes, None, "ImageWithoutClass", "is of no class", "are of no class", instead);
        return classes;
    }

    private static void Refuse(
        LabelSet labels, int[] fileOf, int[] classes, int kind, string errorId, string one, string many, RemedyText instead)
    {
        List<string> names = [];
        for (int image = 0; image < fileOf.Length; image++)
        {
            if (classes[fileOf[image]] == kind)
            {
                names.Add(labels.Images[image].Name);
            }
        }

        if (names.Count > 0)
        {
            throw UnfitImages.Refuse(
                errorId, names, one, many, $"In class folders each image has exactly one class: filter such labels out, or {instead}.");
        }
    }

    private static void CheckFolder(string name, HashSet<string> taken, RemedyText instead)
    {
        // Files and folders whose names start with a dot are hidden, and many tools skip them.
        if (!string.Equals(ImageName.CleanFolder(name), name, StringComparison.Ordinal) || name.StartsWith('.'))
        {
            throw new DatasetException(
                "ClassIsNoFolderName", DatasetErrorKind.InvalidData,
                $"The class '{name}' cannot be the name of a folder on every system, and the folder's name is the label. Rename "
                + $"the class, or {instead}.",
                name);
        }

        if (!taken.Add(name))
        {
            string other = taken.First(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            throw new DatasetException(
                "ClassesDifferByCase", DatasetErrorKind.InvalidData,
                $"The classes '{other}' and '{name}' differ by case alone, and would be one folder on Windows. Rename one of them.", name);
        }
    }
}
