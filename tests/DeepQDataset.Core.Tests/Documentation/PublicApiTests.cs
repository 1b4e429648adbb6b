using DeepQDataset.TestKit;
using PublicApiGenerator;
using Xunit;

namespace DeepQDataset.Core.Tests.Documentation;

/// <summary>
/// What Core shows to a C# user is what PublicApi.txt says: nothing gets in or changes without being seen. With the environment variable
/// DQ_UPDATE_DOCS=1 the test writes the file anew instead.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string Snapshot = Repository.File("tests/DeepQDataset.Core.Tests/Documentation/PublicApi.txt");

    [Fact]
    public void The_public_surface_is_what_the_file_says()
    {
        string surface = typeof(DqTestResult).Assembly
            .GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("DQ_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Snapshot, surface);
        }

        Assert.Equal(File.ReadAllText(Snapshot).ReplaceLineEndings("\n"), surface);
    }
}
