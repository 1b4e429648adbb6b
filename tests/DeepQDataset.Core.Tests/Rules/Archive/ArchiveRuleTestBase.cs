using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Archive;

/// <summary>What the tests of the 7xx rules share: each has a dataset that is accepted but for what it shows.</summary>
public abstract class ArchiveRuleTestBase : IDisposable
{
    private readonly TempFolder _folder = new();

    private protected static ValidationOptions Structure { get; } = ValidationOptions.Default with { Level = DqLevel.Structure };

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A zip without fault, but for one entry.</summary>
    /// <param name="shapedPath">That entry's path.</param>
    /// <param name="shape">What is special about it.</param>
    private protected static ZipBuilder Good(string? shapedPath = null, Action<ZipEntryBuilder>? shape = null)
    {
        ZipBuilder zip = new();
        foreach ((string path, byte[]? content) in Datasets.ImageOnly().Entries)
        {
            zip.File(path, content!, path == shapedPath ? shape : null);
        }

        return zip;
    }

    private protected DqTestResult Expect(ZipBuilder zip, params string[] expected) => Expect(zip, ValidationOptions.Default, expected);

    private protected DqTestResult Expect(ZipBuilder zip, ValidationOptions options, params string[] expected) =>
        RuleAssert.Check(zip.Write(_folder["dataset.zip"]), options, expected);

    private protected DqTestResult Validate(byte[] bytes, string name = "dataset.zip")
    {
        File.WriteAllBytes(_folder[name], bytes);
        return DatasetValidator.Validate(_folder[name], cancellation: TestContext.Current.CancellationToken);
    }
}
