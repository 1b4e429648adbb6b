using System.Text;

namespace DeepQDataset.Sources.Zip;

/// <summary>Represents the name of an entry as a path in the dataset.</summary>
/// <param name="Text">
/// The path, with <c>/</c> as separator, without empty and <c>.</c> parts and without a trailing <c>/</c>; an unsafe path keeps its parts.
/// </param>
/// <param name="UnsafePart">The part that would lead out of the destination folder; null if there is none.</param>
internal readonly record struct ZipPath(string Text, string? UnsafePart)
{
    /// <summary>Parses a name; <c>\</c> is a separator like <c>/</c>.</summary>
    /// <param name="name">The decoded name.</param>
    /// <param name="isFolder">Indicates whether it is the name of a folder; only the root folder may be empty.</param>
    public static ZipPath From(string name, bool isFolder)
    {
        string text = name.Contains('\\', StringComparison.Ordinal) ? name.Replace('\\', '/') : name;
        string? unsafePart = FindUnsafePart(text);
        if (unsafePart is not null)
        {
            return new ZipPath(text.TrimEnd('/'), unsafePart);
        }

        text = WithoutIdleParts(text);
        return new ZipPath(text, text.Length == 0 && !isFolder ? "" : null);
    }

    private static string? FindUnsafePart(string text)
    {
        if (text.StartsWith('/'))
        {
            return "/";
        }

        if (text.Length >= 2 && text[1] == ':' && char.IsAsciiLetter(text[0]))
        {
            return text[..2];
        }

        if (!text.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (string part in text.Split('/'))
        {
            // Windows ignores blanks at the end of a part.
            if (part.TrimEnd(' ') is "..")
            {
                return "..";
            }
        }

        return null;
    }

    private static string WithoutIdleParts(string text)
    {
        bool hasIdlePart =
            text.StartsWith("./", StringComparison.Ordinal)
            || text is "."
            || text.Contains("//", StringComparison.Ordinal)
            || text.Contains("/./", StringComparison.Ordinal)
            || text.EndsWith("/.", StringComparison.Ordinal);
        if (!hasIdlePart)
        {
            return text.EndsWith('/') ? text[..^1] : text;
        }

        StringBuilder path = new(text.Length);
        foreach (string part in text.Split('/'))
        {
            if (part is not ("" or "."))
            {
                path.Append(path.Length == 0 ? "" : "/").Append(part);
            }
        }

        return path.ToString();
    }
}
