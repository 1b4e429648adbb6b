using DeepQDataset.Labels;

namespace DeepQDataset.Repair;

/// <summary>Determines whether lines give an image exactly one class, which two columns can express.</summary>
internal static class SingleLabels
{
    /// <summary>Determines whether all lines of an image have the same class.</summary>
    public static bool Agree(ReadOnlySpan<LabelEntry> rows)
    {
        for (int index = 1; index < rows.Length; index++)
        {
            if (rows[index].Class != rows[0].Class)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Determines whether every image of a file with three columns has exactly one of several classes, on one line, and there is nothing
    /// else, so that two columns are equivalent.
    /// </summary>
    public static bool AreAll(LabelReferences references)
    {
        LabelTable table = references.Table;
        if (table.Invalid.Count > 0 || table.Negatives.Count > 0)
        {
            return false;
        }

        HashSet<int> classes = [];
        for (int subject = 0; subject < references.Rows.Count; subject++)
        {
            int ones = 0;
            foreach (ref readonly LabelEntry row in references.Rows[subject])
            {
                ones += row.Detail;
                if (row.Detail == 1)
                {
                    classes.Add(row.Class);
                }
            }

            if (!references.Rows[subject].IsEmpty && ones != 1)
            {
                return false;
            }
        }

        return classes.Count > 1;
    }
}
