using DeepQDataset.Cmdlets.Tests.Engine;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class GetDqRuleTests
{
    [Fact]
    public void Lists_all_rules_by_id()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run("Get-DqRule");

        string[] ids = output.Values("Id").Cast<string>().ToArray();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Finds_one_by_its_id_without_naming_the_parameter()
    {
        using PowerShellSession session = new();
        Assert.Equal("HeaderRow", session.Run("Get-DqRule DQ503").Single.Value("Name"));
        Assert.Equal("DQ503", session.Run("Get-DqRule headerrow").Single.Value("Id"));
    }

    [Fact]
    public void Takes_wildcards_and_lists_each_rule_once()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run("Get-DqRule DQ50*, DQ503");

        Assert.Empty(output.Errors);
        Assert.Contains("DQ501", output.Values("Id"));
        Assert.Single(output.Values("Id"), id => (string?)id == "DQ503");
    }

    [Fact]
    public void Says_which_rule_there_is_not_and_goes_on()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run("Get-DqRule DQ000, DQ503");

        Assert.Equal("RuleNotFound", Assert.Single(output.ErrorIds));
        Assert.Equal("DQ503", Assert.Single(output.Values("Id")));
    }

    [Fact]
    public void Severities_compare_by_weight()
    {
        using PowerShellSession session = new();
        Assert.Equal(true, session.Run("(Get-DqRule DQ503).Severity -ge 'Warning'").Single.BaseObject);
        Assert.Equal(false, session.Run("(Get-DqRule DQ502).Severity -ge 'Error'").Single.BaseObject);
    }
}
