using System.Globalization;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Provides the datasets in the folder samples; see the README there for what each shows.</summary>
public static class Samples
{
    private static readonly string[] ChestClasses = ["Effusion", "Nodule", "Normal"];

    /// <summary>Every sample by the name of its folder.</summary>
    public static IReadOnlyDictionary<string, DatasetBuilder> All { get; } =
        new SortedDictionary<string, DatasetBuilder>(StringComparer.Ordinal)
        {
            ["chest-classification"] = Classification(),
            ["lesion-detection"] = Detection(),
            ["skin-classes"] = ClassFolders(),
            ["ct-studies"] = Studies(),
            ["ct-dicom"] = DicomStudies(),
            ["lesion-labelme"] = LabelMe(),
            ["broken"] = BrokenSample.Build(),
        };

    /// <summary>Writes all samples below a folder.</summary>
    public static void Write(string folder)
    {
        foreach ((string name, DatasetBuilder sample) in All)
        {
            sample.WriteFolder(Path.Combine(folder, name));
        }
    }

    private static DatasetBuilder Classification()
    {
        DatasetBuilder dataset = new();
        StringBuilder labels = new();
        for (int number = 1; number <= 12; number++)
        {
            string name = Name("chest", number);
            dataset.File($"image/{name}.jpg", new JpegBuilder { Width = 64, Height = 48, Components = 1, Seed = number }.Build());
            foreach (string chestClass in ChestClasses)
            {
                bool isPositive = chestClass == ChestClasses[number % 3];
                labels.Append(CultureInfo.InvariantCulture, $"{name}.jpg,{chestClass},{(isPositive ? 1 : 0)}\n");
            }
        }

        return dataset.Text("label.csv", labels.ToString());
    }

    private static DatasetBuilder Detection()
    {
        DatasetBuilder dataset = new();
        StringBuilder labels = new();
        for (int number = 1; number <= 8; number++)
        {
            string name = Name("ct", number);
            dataset.File($"image/{name}.png", new PngBuilder { Width = 64, Height = 64, ColorType = 0, Seed = number }.Build());
            labels.Append(CultureInfo.InvariantCulture, $"{name}.png,lesion,{number * 2},{10 + number},12.5,9\n");
            if (number % 2 == 0)
            {
                labels.Append(CultureInfo.InvariantCulture, $"{name}.png,cyst,40,{30 + number},8,8\n");
            }
        }

        return dataset.Text("label.csv", labels.ToString());
    }

    private static DatasetBuilder ClassFolders()
    {
        DatasetBuilder dataset = new();
        string[] classes = ["Melanoma", "Nevus", "Unsure"];
        for (int number = 1; number <= 12; number++)
        {
            dataset.File(
                $"Classes/{classes[number % 3]}/{Name("skin", number)}.png",
                new PngBuilder
                {
                    Width = 32,
                    Height = 32,
                    Seed = number,
                }.Build());
        }

        return dataset;
    }

    private static DatasetBuilder Studies()
    {
        DatasetBuilder dataset = new();
        StringBuilder labels = new();
        for (int study = 1; study <= 3; study++)
        {
            for (int series = 1; series <= 2; series++)
            {
                for (int number = 1; number <= 2; number++)
                {
                    string name = $"Study{study}/Series{series}/{Name("slice", number)}.png";
                    dataset.File(
                        $"image/{name}",
                        new PngBuilder
                        {
                            Width = 48,
                            Height = 48,
                            ColorType = 0,
                            Seed = (study * 100) + (series * 10) + number,
                        }.Build());
                    labels.Append(CultureInfo.InvariantCulture, $"{name},Haemorrhage,{study % 2}\n{name},Normal,{1 - (study % 2)}\n");
                }
            }
        }

        return dataset.Text("label.csv", labels.ToString());
    }

    private static DatasetBuilder DicomStudies()
    {
        DatasetBuilder dataset = new();
        for (int study = 1; study <= 2; study++)
        {
            for (int number = 1; number <= 3; number++)
            {
                DicomBuilder slice = new()
                {
                    Rows = 32,
                    Columns = 32,
                    Seed = (study * 10) + number,
                    PatientId = $"SAMPLE{study}",
                    StudyInstanceUid = string.Create(CultureInfo.InvariantCulture, $"2.25.1001{study}"),
                    SeriesInstanceUid = string.Create(CultureInfo.InvariantCulture, $"2.25.1001{study}.1"),
                    SopInstanceUid = string.Create(CultureInfo.InvariantCulture, $"2.25.1001{study}.1.{number}"),
                    InstanceNumber = number,
                };
                dataset.File($"image/Study{study}/Series1/{Name("slice", number)}.dcm", slice.Build());
            }
        }

        return dataset;
    }

    /// <summary>LabelMe files: the first five have their image beside them, the others in them.</summary>
    private static DatasetBuilder LabelMe()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= 8; number++)
        {
            string name = Name("us", number);
            byte[] image = new JpegBuilder { Width = 64, Height = 48, Components = 1, Seed = number }.Build();
            bool isBeside = number <= 5;
            LabelMeBuilder file = new() { ImagePath = $"{name}.jpg", ImageData = isBeside ? null : image, Width = 64, Height = 48 };
            file.Shape("lesion", "rectangle", 10 + number, 8, 30.5 + number, 20);
            if (number % 2 == 0)
            {
                file.Shape("cyst", "polygon", 40, 20, 52, 22 + number, 46, 36);
            }

            if (number == 3)
            {
                file.Shape("cyst", "circle", 48, 30, 51, 34).Shape("lesion", "point", 5, 5).Shape("lesion", "rectangle", 60, 40, 70, 46);
            }

            dataset.Text($"{name}.json", file.Build());
            if (isBeside)
            {
                dataset.File($"{name}.jpg", image);
            }
        }

        return dataset;
    }

    private static string Name(string prefix, int number) => prefix + number.ToString("000", CultureInfo.InvariantCulture);
}
