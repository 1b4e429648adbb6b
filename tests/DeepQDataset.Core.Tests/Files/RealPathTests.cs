using DeepQDataset.Files;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Files;

/// <summary>Tests that one place is recognized by any path.</summary>
public sealed class RealPathTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Links_on_the_way_are_followed_one_after_the_other()
    {
        Directory.CreateDirectory(_folder["real/deep"]);
        Directory.CreateSymbolicLink(_folder["first"], _folder["real"]);
        Directory.CreateSymbolicLink(_folder["second"], "first");

        Assert.Equal(RealPath.Of(_folder["real/deep/new"]), RealPath.Of(_folder["second/deep/new"]));
        Assert.True(RealPath.IsWithin(_folder["second/deep"], _folder["first"]));
    }

    [Fact]
    public void A_link_in_a_circle_ends()
    {
        Directory.CreateSymbolicLink(_folder["a"], _folder["b"]);
        Directory.CreateSymbolicLink(_folder["b"], _folder["a"]);

        Assert.False(RealPath.IsWithin(_folder["a/x"], _folder["c"]));
    }

    [Theory]
    [InlineData("in", "in", true)]
    [InlineData("in/", "in", true)]
    [InlineData("in/new", "in/", true)]
    [InlineData("in/../out", "in", false)]
    [InlineData("input", "in", false)]
    [InlineData("in", "in/deeper", false)]
    public void A_path_lies_in_a_folder_or_not(string path, string folder, bool expected) =>
        Assert.Equal(expected, RealPath.IsWithin(_folder[path], _folder[folder]));

    [Fact]
    public void Everything_of_a_drive_lies_in_its_root() =>
        Assert.True(RealPath.IsWithin(_folder["out"], Path.GetPathRoot(_folder["out"])!));
}
