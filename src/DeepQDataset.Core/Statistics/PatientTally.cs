namespace DeepQDataset.Statistics;

/// <summary>Represents the number of patients and studies of images.</summary>
/// <param name="Patients">The number of patients; images without one are counted by study.</param>
/// <param name="Studies">The number of studies.</param>
/// <param name="LargestPatientImages">The number of images of the patient with the most images.</param>
/// <param name="ByStudy">The number of images without a patient that are counted by study.</param>
/// <param name="Unknown">The number of images with neither.</param>
internal readonly record struct PatientTally(int Patients, int Studies, int LargestPatientImages, int ByStudy, int Unknown)
{
    /// <summary>Counts the patients and studies.</summary>
    /// <param name="images">The distinct indexes of the images.</param>
    /// <param name="facts">The values of their headers.</param>
    public static PatientTally Of(ReadOnlySpan<int> images, ImageFacts facts)
    {
        // A study that represents a patient has a negative number, which is no patient's.
        Dictionary<int, int> patients = [];
        HashSet<int> studies = [];
        int largest = 0;
        int byStudy = 0;
        int unknown = 0;
        foreach (int image in images)
        {
            int study = facts.StudyOf(image);
            int patient = facts.PatientOf(image) is int named and > 0 ? named : -study;
            if (study > 0)
            {
                studies.Add(study);
            }

            if (patient == 0)
            {
                unknown++;
                continue;
            }

            byStudy += patient < 0 ? 1 : 0;
            int count = patients.GetValueOrDefault(patient) + 1;
            patients[patient] = count;
            largest = Math.Max(largest, count);
        }

        return new PatientTally(patients.Count, studies.Count, largest, byStudy, unknown);
    }
}
