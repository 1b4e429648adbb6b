namespace DeepQDataset.Statistics;

/// <summary>Whose images some images are.</summary>
/// <param name="Patients">The number of patients; a study stands for one where its images name none.</param>
/// <param name="Studies">The number of studies.</param>
/// <param name="LargestPatientImages">The number of images the patient with the most has.</param>
/// <param name="ByStudy">The number of images that name no patient and are told apart by their study.</param>
/// <param name="Unknown">The number of images that name neither.</param>
internal readonly record struct PatientTally(int Patients, int Studies, int LargestPatientImages, int ByStudy, int Unknown)
{
    /// <summary>Counts.</summary>
    /// <param name="images">The images' numbers, each once.</param>
    /// <param name="facts">What their headers say.</param>
    public static PatientTally Of(ReadOnlySpan<int> images, ImageFacts facts)
    {
        // A study that stands for a patient has its number below zero, so that it meets no patient's.
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
