using DeepQDataset.Labels;

namespace DeepQDataset.Building.Planning;

/// <summary>Chooses the form of label.csv for labels, an edition of the platform and a requested form.</summary>
internal static class LabelForms
{
    /// <summary>Returns the form for a task that every edition with this task reads.</summary>
    public static LabelForm Of(DqTask task) => task switch
    {
        DqTask.Detection or DqTask.None => LabelForm.Detection,
        DqTask.Segmentation => LabelForm.Segmentation,
        _ => LabelForm.Classification,
    };

    /// <summary>Chooses the form.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="fileOf">The file of each of the labels' images.</param>
    /// <param name="options">The edition and the requested form.</param>
    /// <exception cref="DatasetException">The labels do not fit the requested form, or the edition does not support it.</exception>
    public static LabelForm Choose(LabelSet labels, int[] fileOf, LabelPlanOptions options)
    {
        LabelForm form = options.Task switch
        {
            LabelTask.SingleLabel => SingleLabel(labels, fileOf),
            LabelTask.MultiLabel => Require(labels, DqTask.Classification, LabelForm.Classification),
            LabelTask.Detection => Require(labels, DqTask.Detection, LabelForm.Detection),
            LabelTask.Segmentation => Require(labels, DqTask.Segmentation, LabelForm.Segmentation),
            _ => options.Platform == DqPlatform.Edition30 && IsSingleLabel(labels, fileOf) ? LabelForm.TwoColumns : Of(labels.Task),
        };
        if (form is LabelForm.TwoColumns or LabelForm.Segmentation && options.Platform != DqPlatform.Edition30)
        {
            string columns = form == LabelForm.TwoColumns ? "single-label classification, with two columns," : "segmentation in label.csv";
            throw new DatasetException(
                "FormNotInEdition", DatasetErrorKind.InvalidArgument,
                $"Edition {DqPlatformName.Of(options.Platform)} of the platform does not know {columns} which edition 3.0 does; "
                + $"choose that edition.");
        }

        return form;
    }

    private static LabelForm Require(LabelSet labels, DqTask task, LabelForm form) => labels.Task == task || labels.Task == DqTask.None
        ? form
        : throw WrongTask(labels, task == DqTask.Classification ? "classes with values" : task == DqTask.Detection ? "boxes" : "masks");

    private static LabelForm SingleLabel(LabelSet labels, int[] fileOf)
    {
        if (labels.Task is not (DqTask.Classification or DqTask.None))
        {
            throw WrongTask(labels, "classes with values");
        }

        string[] several = [.. ImagesWithSeveral(labels, fileOf).Take(10)];
        return several.Length == 0 ? LabelForm.TwoColumns : throw UnfitImages.Refuse(
            "ImageWithSeveralClasses", several, "does not have exactly one class", "do not have exactly one class",
            "With two columns each image has one: filter such labels out, or write three columns.");
    }

    private static DatasetException WrongTask(LabelSet labels, string wanted) => new(
        "WrongTask", DatasetErrorKind.InvalidArgument,
        $"The labels are for {labels.Task.ToString().ToLowerInvariant()}, and what was asked for needs {wanted}.");

    /// <summary>
    /// Determines whether each labelled image has exactly one of several classes and none is empty, so that two columns express all labels.
    /// </summary>
    private static bool IsSingleLabel(LabelSet labels, int[] fileOf) =>
        labels.Task == DqTask.Classification && labels.Classes.Count > 1
        && labels.References.All(static reference => reference.Class != LabelReference.Nothing)
        && !ImagesWithSeveral(labels, fileOf).Any();

    /// <summary>Returns the labelled images that have no class or several.</summary>
    private static IEnumerable<string> ImagesWithSeveral(LabelSet labels, int[] fileOf)
    {
        const int None = -1;
        const int Several = -2;
        Dictionary<int, int> classes = [];
        foreach (LabelReference reference in labels.References)
        {
            if (reference.Class < 0)
            {
                continue;
            }

            int file = fileOf[reference.Image];
            int known = classes.GetValueOrDefault(file, None);
            classes[file] = labels.Labels[reference.Label].Value != 1 ? known
                : known == None || known == reference.Class ? reference.Class
                : Several;
        }

        HashSet<int> told = [];
        for (int image = 0; image < fileOf.Length; image++)
        {
            if (classes.TryGetValue(fileOf[image], out int number) && number < 0 && told.Add(fileOf[image]))
            {
                yield return labels.Images[image].Name;
            }
        }
    }
}
