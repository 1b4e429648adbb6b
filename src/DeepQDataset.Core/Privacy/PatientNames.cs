using System.Runtime.InteropServices;
using System.Text;
using DeepQDataset.Text;

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

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.Ordinal);

    /// <summary>Gets a value that indicates whether there is nothing to search for.</summary>
    public bool IsEmpty => _phrases.Count == 0;

    /// <summary>Adds a patient.</summary>
    /// <param name="id">The Patient ID as Latin-1; null for none.</param>
    /// <param name="name">The patient's name as Latin-1; null for none.</param>
    /// <param name="characterSet">Specific Character Set (0008,0005) of the file; null for none.</param>
    public void Add(string? id, string? name, string? characterSet)
    {
        if (id is not null && _known.Add(id))
        {
            foreach (string reading in HeaderText.Readings(id, characterSet))
            {
                AddId(id, Words(reading));
            }
        }

        if (name is not null && _known.Add($"\0{characterSet}\0{name}"))
        {
            // A name may be written in letters, in ideographs and as it is spoken, divided by equals signs.
            foreach (string form in HeaderText.Readings(name, characterSet).SelectMany(static reading => reading.Split('=')))
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

    private void AddId(string id, string[] words)
    {
        int length = words.Sum(word => word.Length);
        bool isNumber = words.All(word => word.All(char.IsAsciiDigit));
        if (length >= ShortestId)
        {
            Add(words, "patient ID", id, isOwnOnly: isNumber && length < ShortestNumericId);
        }
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

    private static string[] Words(string written)
    {
        string text = Ascii.IsValid(written) ? written : SimilarName.Normalize(written);
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
