using System.Globalization;
using DeepQDataset.Bench;

return args switch
{
    ["headers"] => HeaderBenchmark.Run(),
    ["headers", "--make", string path] => HeaderBenchmark.Make(path),
    ["headers", "--once", string path, string times] => HeaderBenchmark.Once(path, int.Parse(times, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project bench/DeepQDataset.Bench -- <benchmark>

          headers   Test-DqDataset at level Header on 20,000 small PNG and JPEG files, beside Pillow opening each
        """);
    return 1;
}
