using System.Collections;
using DeepQDataset.Settings;
using Xunit;

namespace DeepQDataset.Core.Tests.Settings;

public sealed class SettingsReaderTests
{
    private static readonly Hashtable Exclusion = new() { ["Rule"] = "DQ111", ["Reason"] = "It belongs there." };

    [Fact]
    public void An_empty_table_decides_nothing()
    {
        ValidationSettings settings = Read([]);

        Assert.Empty(settings.Severities);
        Assert.Empty(settings.Exclusions);
        Assert.Equal(ValidationOptions.Default.MaximumImbalance, ValidationOptions.Default.With(settings).MaximumImbalance);
    }

    [Fact]
    public void Rules_are_named_by_id_or_name_and_keys_in_any_case()
    {
        ValidationSettings settings = Read(new() { ["severity"] = new Hashtable { ["dq205"] = "warning", ["StrayFile"] = "Error" } });

        Assert.Equal(
            [("DQ111", DqSeverity.Error), ("DQ205", DqSeverity.Warning)],
            settings.Severities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Exclusions_have_rules_a_path_a_reason_and_a_date()
    {
        RuleExclusion exclusion = Assert.Single(
            Read(
                new()
                {
                    ["Exclude"] = new object[]
                    {
                        new Hashtable
                        {
                            ["Rule"] = new object[] { "DQ30?", "Exif*" },
                            ["Path"] = @"image\old\*",
                            ["Reason"] = "Old.",
                            ["Expires"] = "2027-09-30",
                        },
                    },
                }
            ).Exclusions);

        Assert.Equal(["DQ301", "DQ302", "DQ303", "DQ304", "DQ305", "DQ306", "DQ307", "DQ308", "DQ309", "DQ310"], exclusion.Rules);
        Assert.Equal(("image/old/*", "Old.", new DateOnly(2027, 9, 30)), (exclusion.Path, exclusion.Reason, exclusion.Expires));
    }

    [Fact]
    public void One_exclusion_needs_no_list() =>
        Assert.Equal(["DQ111"], Assert.Single(Read(new() { ["Exclude"] = Exclusion }).Exclusions).Rules);

    [Fact]
    public void Bounds_go_before_those_of_the_options()
    {
        ValidationOptions options = new ValidationOptions { MaximumRatio = 7 }.With(Read(new()
        {
            ["Thresholds"] = new Hashtable { ["MaximumImbalance"] = 2.5, ["MaximumTotalBytes"] = 5, ["MaximumEntryBytes"] = 4L << 30 },
        }));

        Assert.Equal(
            (2.5, 5, 4L << 30, 7), (options.MaximumImbalance, options.MaximumTotalBytes, options.MaximumEntryBytes, options.MaximumRatio));
    }

    public static TheoryData<Hashtable, string> Mistakes =>
        new()
        {
            {
                new() { ["Severities"] = 1 },
                "'Severities' is not a key; allowed: Severity, Exclude, Thresholds"
            },
            {
                new() { ["Severity"] = "Error" },
                "'Severity' is 'Error'; allowed: a table"
            },
            {
                new() { ["Severity"] = new Hashtable { ["DQ999"] = "Error" } },
                "'Severity.DQ999' is not a rule"
            },
            {
                new() { ["Severity"] = new Hashtable { ["DQ111"] = "Fatal" } },
                "'Severity.DQ111' is 'Fatal'; allowed: Information, Warning, Error"
            },
            {
                new() { ["Severity"] = new Hashtable { ["DQ111"] = "2" } },
                "'Severity.DQ111' is '2'; allowed: Information, Warning, Error"
            },
            {
                new() { ["Severity"] = new Hashtable { ["DQ111"] = 2 } },
                "'Severity.DQ111' is 2; allowed: Information, Warning, Error"
            },
            {
                new() { ["Severity"] = new Hashtable { ["DQ111"] = null } },
                "'Severity.DQ111' is empty"
            },
            {
                new()
                {
                    ["Severity"] = new Hashtable { ["DQ111"] = "Error", ["StrayFile"] = "Error" },
                },
                "says the severity of DQ111 a second time"
            },
            {
                new() { ["Exclude"] = "DQ111" },
                "'Exclude' is 'DQ111'; allowed: a list of tables"
            },
            {
                new()
                {
                    ["Exclude"] = new object[]
                    {
                        Exclusion,
                        new Hashtable { ["Rule"] = "DQ111" },
                    },
                },
                "'Exclude[1].Reason' is missing"
            },
            {
                new()
                {
                    ["Exclude"] = new Hashtable { ["Rule"] = "DQ111", ["Reason"] = " " },
                },
                "'Exclude[0].Reason' is missing"
            },
            {
                new() { ["Exclude"] = new Hashtable { ["Reason"] = "x" } },
                "'Exclude[0].Rule' is missing"
            },
            {
                new()
                {
                    ["Exclude"] = new Hashtable { ["Rule"] = "DQ1x*", ["Reason"] = "x" },
                },
                "'Exclude[0].Rule' has 'DQ1x*', which is not a rule"
            },
            {
                new()
                {
                    ["Exclude"] = new Hashtable { ["Rule"] = 111, ["Reason"] = "x" },
                },
                "'Exclude[0].Rule' is 111; allowed: a text"
            },
            {
                new()
                {
                    ["Exclude"] = new Hashtable
                    {
                        ["Rule"] = "DQ111",
                        ["Reason"] = "x",
                        ["Expires"] = "30.9.2027",
                    },
                },
                "'Exclude[0].Expires' is '30.9.2027'; allowed: a date"
            },
            {
                new()
                {
                    ["Exclude"] = new Hashtable
                    {
                        ["Rule"] = "DQ111",
                        ["Reason"] = "x",
                        ["Until"] = "x",
                    },
                },
                "'Exclude[0].Until' is not a key; allowed: Rule, Path, Reason, Expires"
            },
            {
                new() { ["Thresholds"] = new Hashtable { ["MinimumClassImages"] = 2 } },
                "'Thresholds.MinimumClassImages' is the platform's own"
            },
            {
                new() { ["Thresholds"] = new Hashtable { ["MaximumImbalance"] = 0.5 } },
                "'Thresholds.MaximumImbalance' is 0.5; allowed: a number of at least 1"
            },
            {
                new() { ["Thresholds"] = new Hashtable { ["MaximumImbalance"] = double.NaN } },
                "'Thresholds.MaximumImbalance' is NaN"
            },
            {
                new() { ["Thresholds"] = new Hashtable { ["MaximumRatio"] = 2.5 } },
                "'Thresholds.MaximumRatio' is 2.5; allowed: a whole number"
            },
            {
                new() { ["Thresholds"] = new Hashtable { ["MaximumTotalBytes"] = 0 } },
                "'Thresholds.MaximumTotalBytes' is 0; allowed: a whole number of at least 1"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void What_is_not_understood_is_an_error_that_names_file_key_and_what_is_allowed(Hashtable data, string expected)
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => Read(data));

        Assert.Equal("InvalidSettings", exception.ErrorId);
        Assert.Contains("'site.psd1'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    private static ValidationSettings Read(Hashtable data) => SettingsReader.Read(data, "site.psd1");
}
