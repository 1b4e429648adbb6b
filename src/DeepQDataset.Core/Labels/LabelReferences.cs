namespace DeepQDataset.Labels;

/// <summary>Maps each image name in label.csv to images, and groups the rows by image. All names of one image are one subject.</summary>
internal sealed class LabelReferences
{
    private readonly ImageMatch[] _matches;
    private readonly int[] _subjects;
    private readonly bool[] _isAmbiguous;

    private LabelReferences(LabelTable table, ImageNameIndex index, ImageMatch[] matches, int[] subjects, bool[] isAmbiguous)
    {
        Table = table;
        Index = index;
        _matches = matches;
        _subjects = subjects;
        _isAmbiguous = isAmbiguous;
        Rows = RowGroups.Of(table.Entries, subjects);
        Invalid = RowGroups.Of(table.Invalid, subjects);
        Negatives = RowGroups.Of(table.Negatives, subjects);
    }

    /// <summary>Gets the rows.</summary>
    public LabelTable Table { get; }

    /// <summary>Gets the images by name.</summary>
    public ImageNameIndex Index { get; }

    /// <summary>Gets the rows by subject.</summary>
    public RowGroups Rows { get; }

    /// <summary>Gets the invalid rows by subject.</summary>
    public RowGroups Invalid { get; }

    /// <summary>Gets the rows by subject that state that an image is empty.</summary>
    public RowGroups Negatives { get; }

    /// <summary>Matches every name once.</summary>
    public static LabelReferences Resolve(LabelTable table, ImageNameIndex index, CancellationToken cancellation)
    {
        const int NamesBetweenCancellations = 1 << 12;
        ImageMatch[] matches = new ImageMatch[table.ImageNames.Count];
        int[] subjects = new int[matches.Length];
        int[] subjectOfImage = new int[index.Images.Count];
        bool[] isAmbiguous = new bool[index.Images.Count];
        Array.Fill(subjectOfImage, -1);
        for (int name = 0; name < matches.Length; name++)
        {
            if (name % NamesBetweenCancellations == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            ImageMatch match = index.FindMeant(table.ImageNames[name]);
            matches[name] = match;
            subjects[name] = name;
            if (match.Kind == ImageMatchKind.Ambiguous)
            {
                Mark(index, match, isAmbiguous);
            }
            else if (match.Kind != ImageMatchKind.Missing)
            {
                ref int subject = ref subjectOfImage[match.Image];
                subject = subject < 0 ? name : subject;
                subjects[name] = subject;
            }
        }

        return new LabelReferences(table, index, matches, subjects, isAmbiguous);
    }

    /// <summary>Returns the match of a name.</summary>
    /// <param name="name">The index of an image name.</param>
    public ImageMatch MatchOf(int name) => _matches[name];

    /// <summary>Returns the subject of a name: the index of the first name for the same image.</summary>
    public int SubjectOf(int name) => _subjects[name];

    /// <summary>
    /// Determines whether an image is one of several that a name in label.csv matches (DQ514), so that DQ209 does not report it.
    /// </summary>
    /// <param name="image">The index of an image.</param>
    public bool IsAmbiguous(int image) => _isAmbiguous[image];

    private static void Mark(ImageNameIndex index, ImageMatch match, bool[] isAmbiguous)
    {
        // Two names can match the same images only in different forms, so that each image is marked at most a few times.
        foreach (int image in index.Candidates(match))
        {
            isAmbiguous[image] = true;
        }
    }
}
