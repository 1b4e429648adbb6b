using System.Text.Json;
using DeepQDataset.Catalog;
using DeepQDataset.Json;

namespace DeepQDataset.Settings;

/// <summary>Reads the findings of a JSON report token by token, however long it is. What else stands in it is skipped.</summary>
internal sealed class BaselineReader
{
    private readonly JsonStreamReader _reader;
    private readonly string _path;
    private readonly Action<IssueKey, KnownIssue> _found;
    private readonly CancellationToken _cancellation;

    private BaselineReader(JsonStreamReader reader, string path, Action<IssueKey, KnownIssue> found, CancellationToken cancellation)
    {
        _reader = reader;
        _path = path;
        _found = found;
        _cancellation = cancellation;
    }

    /// <summary>Reads a report.</summary>
    /// <param name="fullPath">The rooted path.</param>
    /// <param name="found">Takes each finding.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The file is no such report.</exception>
    public static void Read(string fullPath, Action<IssueKey, KnownIssue> found, CancellationToken cancellation)
    {
        using FileStream stream = new(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using JsonStreamReader reader = new();
        reader.Reset(stream, cancellation);
        new BaselineReader(reader, fullPath, found, cancellation).ReadReport();
    }

    private void ReadReport()
    {
        bool hasVersion = false;
        bool hasDatasets = false;
        Expect(Next(), JsonTokenType.StartObject, "an object");
        while (NextName())
        {
            if (_reader.Is("version"u8))
            {
                Next();
                hasVersion = _reader.TryGetNumber(out double version);
                if (!hasVersion || version != ReportSchema.Version)
                {
                    throw Error(FormattableString.Invariant($"its version is not {ReportSchema.Version}"));
                }
            }
            else if (_reader.Is("datasets"u8))
            {
                hasDatasets = true;
                ReadItems(ReadDataset);
            }
            else
            {
                SkipValue();
            }
        }

        // Reads on to the end: whatever follows makes it no report.
        if (_reader.Read() || _reader.Fault is not null)
        {
            throw Error(Fault() ?? "more follows where the report ends");
        }

        if (!hasVersion || !hasDatasets)
        {
            throw Error($"it has no '{(hasVersion ? "datasets" : "version")}'");
        }
    }

    private void ReadDataset()
    {
        // The name comes before the issues, but other programs may write it behind them.
        string? dataset = null;
        List<(IssueKey Key, KnownIssue Issue)> waiting = [];
        while (NextName())
        {
            if (_reader.Is("dataset"u8))
            {
                dataset = NextText();
            }
            else if (_reader.Is("issues"u8))
            {
                ReadItems(() => waiting.Add(ReadIssue()));
            }
            else
            {
                SkipValue();
            }
        }

        if (dataset is null)
        {
            throw Error("a dataset in it has no name");
        }

        foreach ((IssueKey key, KnownIssue issue) in waiting)
        {
            _found(key with { Dataset = dataset }, issue);
        }
    }

    private (IssueKey Key, KnownIssue Issue) ReadIssue()
    {
        _cancellation.ThrowIfCancellationRequested();
        IssueKey key = new("", "", "", "");
        KnownIssue issue = new(0, "");
        while (NextName())
        {
            if (_reader.Is("ruleId"u8))
            {
                key = key with { RuleId = NextText() ?? "" };
            }
            else if (_reader.Is("entry"u8))
            {
                key = key with { Path = NextText() ?? "" };
            }
            else if (_reader.Is("subject"u8))
            {
                key = key with { Subject = NextText() ?? "" };
            }
            else if (_reader.Is("message"u8))
            {
                issue = issue with { Message = NextText() ?? "" };
            }
            else if (_reader.Is("line"u8))
            {
                Next();
                issue = issue with { Line = _reader.TryGetNumber(out double line) && line is >= 1 and <= int.MaxValue ? (int)line : 0 };
            }
            else
            {
                SkipValue();
            }
        }

        return key.RuleId.Length > 0 ? (key, issue) : throw Error("an issue in it has no 'ruleId'");
    }

    /// <summary>Reads a list of objects; whoever reads one stands behind its start.</summary>
    private void ReadItems(Action readItem)
    {
        Expect(Next(), JsonTokenType.StartArray, "a list");
        while (Next() != JsonTokenType.EndArray)
        {
            Expect(_reader.TokenType, JsonTokenType.StartObject, "an object");
            readItem();
        }
    }

    /// <summary>Goes to the next name of an object.</summary>
    /// <returns>False if the object ends.</returns>
    private bool NextName() => Next() == JsonTokenType.PropertyName;

    /// <summary>Returns a text, null for JSON's own null, and for one that is longer than any of ours.</summary>
    private string? NextText()
    {
        if (Next() is not (JsonTokenType.String or JsonTokenType.Null))
        {
            throw Unexpected("a text");
        }

        return _reader.TryGetString(out string? text) ? text : null;
    }

    private void SkipValue()
    {
        Next();
        if (!_reader.Skip())
        {
            throw Error(Fault() ?? JsonFaultText.EndsEarly);
        }
    }

    private JsonTokenType Next() => _reader.Read() ? _reader.TokenType : throw Error(Fault() ?? JsonFaultText.EndsEarly);

    private void Expect(JsonTokenType found, JsonTokenType expected, string name)
    {
        if (found != expected)
        {
            throw Unexpected(name);
        }
    }

    private DatasetException Unexpected(string expected) =>
        Error(FormattableString.Invariant($"line {_reader.Place.Line}, column {_reader.Place.Column} should be {expected}"));

    private string? Fault() => _reader.Fault is JsonFault fault
        ? FormattableString.Invariant($"line {fault.Place.Line}, column {fault.Place.Column}: {fault.Message}")
        : null;

    private DatasetException Error(string detail) => new(
        "InvalidBaseline",
        DatasetErrorKind.InvalidData,
        $"'{_path}' is no report that {Remedy.Of(RemedyAction.WriteReport)} wrote as JSON: {detail}.",
        _path);
}
