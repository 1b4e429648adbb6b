using DeepQDataset.TestKit;

// Writes the samples into the folder given, or into ./samples.
string folder = args.Length > 0 ? args[0] : "samples";
Samples.Write(folder);
Console.WriteLine($"{Samples.All.Count} samples in {Path.GetFullPath(folder)}");
