using System.Text.Json;
using DeepQDataset.Catalog;
using DeepQDataset.Json;

namespace DeepQDataset.Settings;

/// <summary>Reads the issues of a JSON report token by token, for reports of any length. Other content is skipped.</summary>
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
    /// <param name="found">Receives each issue.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The file is not such a report.</exception>
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

        // Read to the end, since any further content is invalid.
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
        // The name precedes the issues, but other programs may write it after them.
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

    /// <summary>Reads an array of objects. The callback starts after the start of the object.</summary>
    private void ReadItems(Action readItem)
    {
        Expect(Next(), JsonTokenType.StartArray, "a list");
        while (Next() != JsonTokenType.EndArray)
        {
            Expect(_reader.TokenType, JsonTokenType.StartObject, "an object");
            readItem();
        }
    }

    /// <summary>Reads the next property name of an object.</summary>
    /// <returns>False at the end of the object.</returns>
    private bool NextName() => Next() == JsonTokenType.PropertyName;

    /// <summary>Returns a string; null for a JSON null, and for one that is too long for a report.</summary>
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
        $"'{_path}' is not a report that {Remedy.Of(RemedyAction.WriteReport)} wrote as JSON: {detail}.",
        _path);
}
