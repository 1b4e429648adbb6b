using System.Globalization;
using DeepQDataset.Bench;
using DeepQDataset.Bench.Fuzzing;

return args switch
{
    ["headers"] => HeaderBenchmark.Run(),
    ["headers", "--make", string path] => HeaderBenchmark.Make(path),
    ["headers", "--once", string path, string times] => HeaderBenchmark.Once(path, Number(times)),
    ["dicom"] => DicomBenchmark.Run(DicomBenchmark.DefaultCount),
    ["dicom", "--make", string path, string count] => DicomBenchmark.Make(path, Number(count)),
    ["dicom", "--once", string path, string times] => DicomBenchmark.Once(path, Number(times)),
    ["dicom", string count] => DicomBenchmark.Run(Number(count)),
    ["fuzz-zip"] => Fuzzer.Run(new ZipFuzzer(), first: 0, count: 1_000_000),
    ["fuzz-zip", string count] => Fuzzer.Run(new ZipFuzzer(), first: 0, Number(count)),
    ["fuzz-zip", "--case", string number] => Fuzzer.Run(new ZipFuzzer(), Number(number), count: 1),
    ["fuzz-dicom"] => Fuzzer.Run(new DicomFuzzer(), first: 0, count: 1_000_000),
    ["fuzz-dicom", string count] => Fuzzer.Run(new DicomFuzzer(), first: 0, Number(count)),
    ["fuzz-dicom", "--case", string number] => Fuzzer.Run(new DicomFuzzer(), Number(number), count: 1),
    ["fuzz-jpegls"] => Fuzzer.Run(new JpegLsFuzzer(), first: 0, count: 1_000_000),
    ["fuzz-jpegls", string count] => Fuzzer.Run(new JpegLsFuzzer(), first: 0, Number(count)),
    ["fuzz-jpegls", "--case", string number] => Fuzzer.Run(new JpegLsFuzzer(), Number(number), count: 1),
    ["jpegls"] => JpegLsBenchmark.Run(),
    ["jpegls", "--once", string path] => JpegLsBenchmark.Once(path),
    ["full"] => FullBenchmark.Run(FullBenchmark.DefaultImageCount),
    ["full", "--make", string path, string count] => FullBenchmark.Make(path, Number(count)),
    ["full", "--once", string path] => FullBenchmark.Once(path),
    ["full", string count] => FullBenchmark.Run(Number(count)),
    ["masks"] => MaskBenchmark.Run(),
    ["masks", "--once", string path] => MaskBenchmark.Once(path),
    ["verify"] => VerifyBenchmark.Run(scale: 1),
    ["verify", "--scale", string scale] => VerifyBenchmark.Run(double.Parse(scale, CultureInfo.InvariantCulture)),
    ["verify", "--once", string zip] => VerifyBenchmark.Once(zip),
    ["write"] => WriteBenchmark.Run(scale: 1),
    ["write", "--scale", string scale] => WriteBenchmark.Run(double.Parse(scale, CultureInfo.InvariantCulture)),
    ["write", "--make", string path] => WriteBenchmark.Make(path),
    ["write", "--once", string path, string destination, string times, string hash] =>
        WriteBenchmark.Once(path, destination, Number(times), hash == "hash"),
    ["write", "--bare", string path, string destination, string times] => WriteBenchmark.Bare(path, destination, Number(times)),
    ["memory"] => ConversionBenchmark.Run() | MemoryBenchmark.Run(),
    ["memory", "--coco"] => ConversionBenchmark.Run(),
    ["memory", "--coco", string folder, string destination] => ConversionBenchmark.Convert(folder, destination),
    ["memory", "--write", string path, string destination, string level] => MemoryBenchmark.Write(path, destination, level),
    ["memory", "--test", string path, string level] => MemoryBenchmark.Test(path, level),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project bench/DeepQDataset.Bench -- <benchmark>

          headers            Test-DqDataset at level Header on 20,000 small PNG and JPEG files, beside Pillow opening each
          dicom [count]      the headers of 5,000 CT slices (2.6 GB, twice), or as many as given, beside fo-dicom and pydicom,
                             and in a stored zip
          full [count]       Test-DqDataset at level Full on 5,000 PNG and JPEG files of together 200 MB, or as many as given,
                             beside Pillow loading each
          masks              400 polygons filled, packed and compressed as masks, beside Pillow, numpy and zlib
          memory             peak memory of packing and testing 10 GB, beside that of 10 MB, and of turning 200,000 COCO annotations
                             into a zip (memory --coco: that alone)
          fuzz-zip [count]   one million mutated zips, or as many as given: only results and typed errors, each within a second and 64 MiB
          fuzz-dicom [count] the same for one million mutated DICOM files: headers, elements, pixels, all rules
          fuzz-jpegls [count]  the same for one million mutated JPEG-LS codestreams of images up to 32 × 32
          jpegls             60 frames of 512 × 512 pixels of 16 bits in JPEG-LS, beside CharLS in dcmtk's dcmdjpls
          verify [--scale 0.1] the checksums of a zip of 20,000 images and 600 MB, or of a share of them, beside 7z and unzip testing it
          write [--scale 0.1]  New-DqDatasetArchive's writing of 20,000 PNG and JPEG files of together 600 MB and of 1 GB of DICOM,
                             or of a share of them, beside zip and beside a loop that does the least there is to do
        """);
    return 1;
}
