using System.Globalization;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Provides small datasets that the platform accepts without an issue: two classes of three images each.</summary>
public static class Datasets
{
    private const int ImageCount = 6;

    /// <summary>Returns the image of a number: the same for the same number, else another content; 16 to 32 pixels a side.</summary>
    public static byte[] Image(int number) =>
        new PngBuilder { Width = 16 + (number % 17), Height = 24, ColorType = number % 2 == 0 ? 0 : 2, Seed = number }.Build();

    /// <summary>Returns the name of the image of a number, without its extension: <c>image001</c>.</summary>
    public static string Name(int number) => "image" + number.ToString("000", CultureInfo.InvariantCulture);

    /// <summary>Images alone: <c>image/image001.png</c> to <c>image006.png</c> (guide 2.1).</summary>
    public static DatasetBuilder ImageOnly()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= ImageCount; number++)
        {
            dataset.File($"image/{Name(number)}.png", Image(number));
        }

        return dataset;
    }

    /// <summary>Images and a complete one-hot label.csv: 001 to 003 are <c>Class A</c>, 004 to 006 <c>Class B</c> (guide 2.2).</summary>
    public static DatasetBuilder Classification()
    {
        StringBuilder labels = new();
        for (int number = 1; number <= ImageCount; number++)
        {
            AppendOneHot(labels, Name(number), isFirstClass: number <= 3);
        }

        return ImageOnly().Text("label.csv", labels.ToString());
    }

    /// <summary>Images and boxes inside them: 001 to 003 have a <c>lesion</c>, 004 to 006 a <c>nodule</c> (guide 2.2).</summary>
    public static DatasetBuilder Detection()
    {
        StringBuilder labels = new();
        for (int number = 1; number <= ImageCount; number++)
        {
            labels.Append(CultureInfo.InvariantCulture, $"{Name(number)},{(number <= 3 ? "lesion" : "nodule")},{number},4,8,6.5\n");
        }

        return ImageOnly().Text("label.csv", labels.ToString());
    }

    /// <summary>
    /// Class folders: <c>Classes/Class A/image001.png</c> to 003, <c>Classes/Class B/image004.png</c> to 006 (guide 2.1).
    /// </summary>
    public static DatasetBuilder ClassFolders()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= ImageCount; number++)
        {
            dataset.File($"Classes/{(number <= 3 ? "Class A" : "Class B")}/{Name(number)}.png", Image(number));
        }

        return dataset;
    }

    /// <summary>
    /// Studies: <c>image/Study1/Series1/</c> and <c>image/Study2/Series1/</c> with 001 to 003 each, labelled by qualified names (guide
    /// 2.1).
    /// </summary>
    public static DatasetBuilder Studies()
    {
        DatasetBuilder dataset = new();
        StringBuilder labels = new();
        for (int study = 1; study <= 2; study++)
        {
            for (int number = 1; number <= 3; number++)
            {
                string name = $"Study{study}/Series1/{Name(number)}.png";
                dataset.File($"image/{name}", Image((study * 10) + number));
                AppendOneHot(labels, name, isFirstClass: study == 1);
            }
        }

        return dataset.Text("label.csv", labels.ToString());
    }

    /// <summary>
    /// LabelMe files with their images beside them: 001 to 003 have a rectangle <c>lesion</c>, 004 to 006 a polygon <c>nodule</c> (guide
    /// 2.3).
    /// </summary>
    public static DatasetBuilder LabelMe()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= ImageCount; number++)
        {
            dataset.File($"{Name(number)}.png", Image(number)).Text($"{Name(number)}.json", LabelMeFile(number).Build());
        }

        return dataset;
    }

    /// <summary>Returns the same as <see cref="LabelMe"/> with the images in the JSONs.</summary>
    public static DatasetBuilder LabelMeEmbedded()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= ImageCount; number++)
        {
            dataset.Text($"{Name(number)}.json", LabelMeFile(number, Image(number)).Build());
        }

        return dataset;
    }

    /// <summary>Returns the LabelMe file of the image of a number.</summary>
    public static LabelMeBuilder LabelMeFile(int number, byte[]? embedded = null, string? imagePath = null)
    {
        LabelMeBuilder file = new()
        {
            ImagePath = imagePath ?? $"{Name(number)}.png",
            ImageData = embedded,
            Width = 16 + (number % 17),
            Height = 24,
        };
        return number <= 3 ? file.Shape("lesion", "rectangle", 2, 3, 10, 9.5) : file.Shape("nodule", "polygon", 4, 4, 12, 5, 8, 14);
    }

    private static void AppendOneHot(StringBuilder labels, string image, bool isFirstClass) =>
        labels.Append(
            CultureInfo.InvariantCulture, $"{image},Class A,{(isFirstClass ? 1 : 0)}\n{image},Class B,{(isFirstClass ? 0 : 1)}\n");
}
