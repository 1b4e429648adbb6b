namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Sorts the instances of a series: by number if all have a unique one, otherwise by position if all have one, otherwise by number as far
/// as known; equal ones by UID and path.
/// </summary>
internal static class InstanceOrder
{
    /// <summary>Sorts a series.</summary>
    public static void Sort(DicomInstance[] instances)
    {
        bool byNumber = HaveOwnNumbers(instances);
        bool byPosition = !byNumber && Array.TrueForAll(instances, static instance => instance.Position is not null);
        Array.Sort(instances, (left, right) =>
        {
            int order = byPosition ? left.Position!.Value.CompareTo(right.Position!.Value) : 0;
            order = order != 0 ? order : (left.InstanceNumber ?? int.MaxValue).CompareTo(right.InstanceNumber ?? int.MaxValue);
            order = order != 0 ? order : string.CompareOrdinal(left.SopInstanceUid, right.SopInstanceUid);
            return order != 0 ? order : string.CompareOrdinal(left.Location, right.Location);
        });
    }

    private static bool HaveOwnNumbers(DicomInstance[] instances)
    {
        HashSet<int> numbers = new(instances.Length);
        foreach (DicomInstance instance in instances)
        {
            if (instance.InstanceNumber is not int number || !numbers.Add(number))
            {
                return false;
            }
        }

        return true;
    }
}
