using System.Runtime.InteropServices;
using System.Text;

namespace DeepQDataset.Privacy;

/// <summary>
/// Searches the names of files, folders and classes for patient IDs and names, as whole words: an ID of at least four letters or digits;
/// family and given name next to each other, in either order, with or without a separator. Words are runs of letters and digits; case is
/// ignored. An ID with few digits is searched only in the names of its own patient's files, since file names are often numbered.
/// </summary>
internal sealed class PatientNames
{
    private const int ShortestId = 4;
    private const int ShortestNumericId = 6;
    private const int ShortestName = 5;
    private const int ShortestPart = 2;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.Ordinal);

    /// <summary>Gets a value that indicates whether there is nothing to search for.</summary>
    public bool IsEmpty => _phrases.Count == 0;

    /// <summary>Adds a patient.</summary>
    /// <param name="id">The Patient ID as Latin-1; null for none.</param>
    /// <param name="name">The patient's name as Latin-1; null for none.</param>
    public void Add(string? id, string? name)
    {
        if (id is not null && _known.Add(id))
        {
            string[] words = Words(Decode(id));
            int length = words.Sum(word => word.Length);
            bool isNumber = words.All(word => word.All(char.IsAsciiDigit));
            if (length >= ShortestId)
            {
                Add(words, "patient ID", id, isOwnOnly: isNumber && length < ShortestNumericId);
            }
        }

        if (name is not null && _known.Add("\0" + name))
        {
            foreach (string form in Decode(name).Split('='))
            {
                AddName(form);
            }
        }
    }

    /// <summary>Searches a name.</summary>
    /// <param name="text">The name of a file, a folder or a class.</param>
    /// <param name="ownId">The ID of the file's patient, as Latin-1; null if there is none.</param>
    /// <returns>The finding, masked, such as <c>the patient ID P***</c>; null for none.</returns>
    public string? Find(string text, string? ownId)
    {
        string[]? words = IsEmpty ? null : Words(text);
        for (int start = 0; start < words?.Length; start++)
        {
            if (!_phrases.TryGetValue(words[start], out List<Phrase>? phrases))
            {
                continue;
            }

            foreach (Phrase phrase in phrases)
            {
                bool isOwn = !phrase.IsOwnOnly || string.Equals(phrase.Source, ownId, StringComparison.Ordinal);
                if (isOwn && words.AsSpan(start).StartsWith(phrase.Words))
                {
                    return $"the {phrase.Kind} {char.ToUpperInvariant(phrase.Words[0][0])}***";
                }
            }
        }

        return null;
    }

    /// <summary>Adds a name in the form <c>family^given^middle^prefix^suffix</c> (PS3.5 section 6.2.1).</summary>
    private void AddName(string form)
    {
        string[] parts = form.Split('^');
        string[] family = Words(parts[0]);
        string[] given = parts.Length > 1 ? Words(parts[1]) : [];
        string all = string.Concat(family) + string.Concat(given);
        bool isAscii = Ascii.IsValid(all);
        if (all.Length < (isAscii ? ShortestName : ShortestPart))
        {
            return;
        }

        if (family.Length == 0 || given.Length == 0)
        {
            Add([.. family, .. given], "patient's name", form);
        }
        else if (!isAscii || (family.Sum(word => word.Length) >= ShortestPart && given.Sum(word => word.Length) >= ShortestPart))
        {
            Add([.. family, .. given], "patient's name", form);
            Add([.. given, .. family], "patient's name", form);
            Add([all], "patient's name", form);
            Add([string.Concat(given) + string.Concat(family)], "patient's name", form);
        }
    }

    private void Add(string[] words, string kind, string source, bool isOwnOnly = false)
    {
        ref List<Phrase>? phrases = ref CollectionsMarshal.GetValueRefOrAddDefault(_phrases, words[0], out _);
        phrases ??= [];
        phrases.Add(new Phrase(words, kind, source, isOwnOnly));
    }

    /// <summary>Decodes a header value, which is kept as Latin-1 but may be UTF-8.</summary>
    private static string Decode(string latin)
    {
        if (Ascii.IsValid(latin))
        {
            return latin;
        }

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(latin));
        }
        catch (DecoderFallbackException)
        {
            return latin;
        }
    }

    private static string[] Words(string text)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(text[start..i].ToLowerInvariant());
            }

            start = i + 1;
        }

        return words.ToArray();
    }

    /// <summary>Represents consecutive words.</summary>
    /// <param name="Words">The words.</param>
    /// <param name="Kind">The kind of identifier.</param>
    /// <param name="Source">The value that contains them.</param>
    /// <param name="IsOwnOnly">Indicates whether they are searched only in the names of this patient's files.</param>
    private sealed record Phrase(string[] Words, string Kind, string Source, bool IsOwnOnly);
}
