using System.Text;

namespace DeepQDataset.Sources.Zip;

/// <summary>Represents an entry's name as a path of the dataset.</summary>
/// <param name="Text">
/// with <c>/</c> as separator, without empty and <c>.</c> parts and without <c>/</c> at its end; only an unsafe path keeps its parts.
/// </param>
/// <param name="UnsafePart">What would lead out of the folder that the zip is unpacked into; null if nothing does.</param>
internal readonly record struct ZipPath(string Text, string? UnsafePart)
{
    /// <summary>Reads a name; <c>\</c> separates like <c>/</c>.</summary>
    /// <param name="name">The decoded name.</param>
    /// <param name="isFolder">Indicates whether it names a folder; only the root folder may have no name.</param>
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
            // Windows drops blanks at the end of a part.
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
