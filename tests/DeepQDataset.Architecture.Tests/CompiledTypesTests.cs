using Xunit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>Tests the uses among the types of this assembly.</summary>
public sealed class CompiledTypesTests
{
    private static readonly IReadOnlySet<TypeUse> Uses = CompiledTypes.FindUses(typeof(CompiledTypesTests).Assembly.Location);

    [Theory]
    [InlineData(nameof(RoomGraph), nameof(TypeUse))] // an argument of a generic type
    [InlineData(nameof(RoomTests), nameof(CompiledTypes))] // a static method
    [InlineData(nameof(RoomTests), nameof(RoomTable))] // a type inside of it, in a lambda
    [InlineData(nameof(SourceFileTests), nameof(SourceProject))] // in a query
    [InlineData(nameof(Marked), nameof(MarkAttribute))] // an attribute
    [InlineData(nameof(Marked), nameof(TypeUse))] // an argument of an attribute
    public void A_use_is_found(string user, string used) => Assert.Contains(
        new TypeUse("DeepQDataset.Architecture.Tests", user, "DeepQDataset.Architecture.Tests", used), Uses);

    [Fact]
    public void A_type_does_not_use_itself_and_comments_and_constants_do_not_count()
    {
        Assert.DoesNotContain(Uses, use => use.User == use.Used);
        Assert.DoesNotContain(Uses, use => use.User == nameof(MarkAttribute) && use.Used == nameof(Marked));
    }
}
